/** Public pages whose share image would bear no title: our fonts have no letters of its script. */
import type { Finding } from '../../schemas/finding.ts';
import { audienceOf, titleOf } from '../entries.ts';
import { isPaged } from '../routes.ts';
import { drawableText } from '../share-image.ts';
import { ownerOf, placeOf, type HealthContext } from './context.ts';

/** Scripts that a font of the share images has; marks and digits are in all of them. */
const DRAWN =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u;

export const findMissingShareImages = ({ live }: HealthContext): Finding[] =>
  live
    .filter((entry) => isPaged(entry.collection) && audienceOf(entry) === 'public')
    .filter((entry) => drawableText(titleOf(entry), (char) => DRAWN.test(char)) === '')
    .map((entry) => ({
      kind: 'no_share_image',
      wording: 'no_share_image',
      subject: placeOf(entry),
      others: [],
      owner: ownerOf(entry),
      args: {},
    }));
