/** What the deal desk loads: its columns, what is said and done, and the names of assets, so many a file. */
import type { APIRoute } from 'astro';
import { deskFiles } from '../../library/index.ts';

export const getStaticPaths = async () =>
  (await deskFiles()).map(({ name, content }) => ({ params: { file: name }, props: { content } }));

interface Props extends Record<string, unknown> {
  content: unknown;
}

export const GET: APIRoute<Props> = ({ props }) => Response.json(props.content);
