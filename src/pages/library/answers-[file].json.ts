/** Answers to objections, few a file: those that are shown are loaded. */
import type { APIRoute } from 'astro';
import { ANSWERS_A_FILE, encodeAnswers, type Answer } from '../../domain/objections/objection-file.ts';
import { getObjections } from '../../library/index.ts';

export const getStaticPaths = async () => {
  const { stamp, answers } = await getObjections();
  return Array.from({ length: Math.ceil(answers.length / ANSWERS_A_FILE) }, (_, file) => ({
    params: { file: String(file) },
    props: { stamp, answers: answers.slice(file * ANSWERS_A_FILE, (file + 1) * ANSWERS_A_FILE) },
  }));
};

interface Props extends Record<string, unknown> {
  stamp: string;
  answers: readonly Answer[];
}

export const GET: APIRoute<Props> = ({ props }) => Response.json(encodeAnswers(props.stamp, props.answers));
