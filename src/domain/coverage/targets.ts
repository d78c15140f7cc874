/** How much is wanted, and how much each place in the matrix counts: read from the settings. */
import type { Settings } from '../../schemas/settings.ts';
import type { Cell } from './cube.ts';

/** What a reader at a stage should find, in each industry. */
export interface Target {
  /** Assets that fit, those for every industry among them. */
  assets: number;
  /** Of these, made for the industry. */
  own: number;
}

type CoverageSettings = Settings['coverage'];

export interface Targets {
  of: (stage: string, persona: string) => Target;
  /** 1 where the settings say nothing. @param industry undefined where the company tells none apart */
  weight: (stage: string, persona: string, industry: string | undefined) => number;
}

const keyOf = (stage: string, persona: string): string => `${stage} ${persona}`;

export const readTargets = ({ assets, own, targets, weights }: CoverageSettings): Targets => {
  const exceptions = new Map(
    targets.map((target) => [
      keyOf(target.stage, target.persona),
      { assets: target.assets ?? assets, own: target.own ?? own },
    ]),
  );
  const stages = new Map(weights.stages.map(({ stage, weight }) => [stage, weight]));
  const personas = new Map(weights.personas.map(({ persona, weight }) => [persona, weight]));
  const industries = new Map(weights.industries.map(({ industry, weight }) => [industry, weight]));
  return {
    of: (stage, persona) => exceptions.get(keyOf(stage, persona)) ?? { assets, own },
    weight: (stage, persona, industry) =>
      (stages.get(stage) ?? 1) * (personas.get(persona) ?? 1) * (industries.get(industry ?? '') ?? 1),
  };
};

/** How far a place is from its target: `free` where nothing is wanted. */
export type Level = 'none' | 'thin' | 'met' | 'free';

/** Of a reader at a stage, whatever the industry. */
export const readerLevel = (count: number, { assets }: Pick<Target, 'assets'>): Level =>
  assets === 0 ? 'free' : count === 0 ? 'none' : count < assets ? 'thin' : 'met';

/** Of one industry: met when both wishes are. */
export const cellLevel = ({ fit, own }: Cell, target: Target): Level => {
  if (target.assets === 0 && target.own === 0) return 'free';
  if (fit === 0) return 'none';
  return fit < target.assets || own < target.own ? 'thin' : 'met';
};

const shortOf = (count: number, wanted: number): number => (wanted === 0 ? 0 : 1 - Math.min(1, count / wanted));

/** How much of each wish is missing, 0 to 1, as a part of the whole that the place is measured by. */
export interface Shortage {
  /** Missing among what fits: an asset for every industry would help. */
  assets: number;
  /** Missing among what is made for the industry. */
  own: number;
}

/** undefined where nothing is wanted. */
export const shortageOf = ({ fit, own }: Cell, target: Target): Shortage | undefined => {
  const wishes = [target.assets, target.own].filter((wanted) => wanted > 0).length;
  if (wishes === 0) return undefined;
  return { assets: shortOf(fit, target.assets) / wishes, own: shortOf(own, target.own) / wishes };
};
