/** What is said and done in a deal: plays and message maps, as far as the desk shows them. */
import { isListOf, isRecord, isText, isTexts, mustBe } from '../guards.ts';

/** An asset that a play names. */
export interface NamedAsset {
  key: string;
  title: string;
}

export interface PlayStep {
  step: string;
  /** Who, and by when; empty where it is not said. */
  note: string;
  snippet?: NamedAsset | undefined;
}

export interface PlayBrief {
  id: string;
  title: string;
  trigger: string;
  goal: string;
  know: readonly string[];
  say: readonly { line: string; question: string }[];
  show: readonly NamedAsset[];
  do: readonly PlayStep[];
  exit: readonly string[];
}

/** A sentence that belongs to a term: what is asked for at a stage, or the message for another member. */
export type SaidFor = Readonly<Record<string, string>>;

export interface MapBrief {
  id: string;
  title: string;
  core: string;
  /** To be said in ten and in thirty seconds; empty where there is none. */
  short: string;
  long: string;
  /** What to ask for, by stage. */
  asks: SaidFor;
  /** The message for other members, by persona. */
  reframes: SaidFor;
}

export interface Briefs {
  plays: readonly PlayBrief[];
  maps: readonly MapBrief[];
}

export const encodeBriefs = (stamp: string, briefs: Briefs): unknown => ({ stamp, ...briefs });

const KEY = /^[a-z-]+\/[a-z0-9-]+$/;
const ID = /^[a-z0-9-]+$/;

const isId = (value: unknown): value is string => isText(value) && ID.test(value);
const isNamed = (value: unknown): value is NamedAsset =>
  isRecord(value) && isText(value['key']) && KEY.test(value['key']) && isText(value['title']);
const isLine = (value: unknown): value is PlayBrief['say'][number] =>
  isRecord(value) && isText(value['line']) && isText(value['question']);
const isStep = (value: unknown): value is PlayStep =>
  isRecord(value) &&
  isText(value['step']) &&
  isText(value['note']) &&
  (value['snippet'] === undefined || isNamed(value['snippet']));
const isSaidFor = (value: unknown): value is SaidFor => isRecord(value) && Object.values(value).every(isText);

const isPlay = (value: unknown): value is PlayBrief =>
  isRecord(value) &&
  isId(value['id']) &&
  ['title', 'trigger', 'goal'].every((name) => isText(value[name])) &&
  isTexts(value['know']) &&
  isListOf(isLine)(value['say']) &&
  isListOf(isNamed)(value['show']) &&
  isListOf(isStep)(value['do']) &&
  isTexts(value['exit']);

const isMap = (value: unknown): value is MapBrief =>
  isRecord(value) &&
  isId(value['id']) &&
  ['title', 'core', 'short', 'long'].every((name) => isText(value[name])) &&
  isSaidFor(value['asks']) &&
  isSaidFor(value['reframes']);

const isPlays = isListOf(isPlay);
const isMaps = isListOf(isMap);

/** What was downloaded → the briefs. @throws {Error} where it is broken, or of another build */
export const parseBriefs = (file: unknown, stamp: string): Briefs => {
  const name = 'The file of plays and messages';
  mustBe(isRecord(file) && file['stamp'] === stamp, name);
  const { plays, maps } = file;
  mustBe(isPlays(plays) && isMaps(maps), name);
  return { plays, maps };
};
