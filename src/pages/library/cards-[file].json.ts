/** Cards of the assets, few a file: a list loads those that it shows. */
import type { APIRoute } from 'astro';
import { encodeCards, type RowCard } from '../../domain/facets/card-file.ts';
import { CARDS_A_FILE } from '../../domain/facets/library-columns.ts';
import { getLibraryRows } from '../../library/index.ts';

export const getStaticPaths = async () => {
  const { columns, cards } = await getLibraryRows();
  return Array.from({ length: Math.ceil(cards.length / CARDS_A_FILE) }, (_, file) => ({
    params: { file: String(file) },
    props: {
      stamp: columns.stamp,
      cards: cards.slice(file * CARDS_A_FILE, (file + 1) * CARDS_A_FILE),
    },
  }));
};

interface Props extends Record<string, unknown> {
  stamp: string;
  cards: readonly RowCard[];
}

export const GET: APIRoute<Props> = ({ props }) => Response.json(encodeCards(props.stamp, props.cards));
