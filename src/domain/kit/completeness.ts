/** Whom a kit leaves without an answer: each member of the committee, each force, each stage of the buying journey. */

/** What moves a buyer towards a change, and what holds them back. */
export const FORCES = ['push', 'pull', 'anxiety', 'habit'] as const;
export type Force = (typeof FORCES)[number];

/** What is asked of a kit: the names of one dimension, such as the stages. */
export interface Dimension<K extends string = string> {
  kind: K;
  names: readonly string[];
}

/** What one asset of a kit answers, by dimension. */
export type Answered = Readonly<Record<string, readonly string[]>>;

export interface Covered {
  name: string;
  /** How many assets of the kit answer it; 0 is a gap. */
  count: number;
}

export interface Completeness<K extends string = string> {
  dimensions: { kind: K; covered: Covered[] }[];
  /** How much of what is asked is answered, from 0 to 1; 1 where nothing is asked. */
  share: number;
}

export const completenessOf = <K extends string>(
  asked: readonly Dimension<K>[],
  assets: readonly Answered[],
): Completeness<K> => {
  const dimensions = asked.map(({ kind, names }) => ({
    kind,
    covered: names.map((name) => ({ name, count: assets.filter((asset) => asset[kind]?.includes(name)).length })),
  }));
  const all = dimensions.flatMap(({ covered }) => covered);
  const met = all.filter(({ count }) => count > 0).length;
  return { dimensions, share: all.length === 0 ? 1 : met / all.length };
};

export interface Gap<K extends string = string> {
  kind: K;
  name: string;
}

/** What is missing, in the order in which it was asked. */
export const gapsOf = <K extends string>({ dimensions }: Completeness<K>): Gap<K>[] =>
  dimensions.flatMap(({ kind, covered }) =>
    covered.filter(({ count }) => count === 0).map(({ name }) => ({ kind, name })),
  );
