/** A gap → what somebody needs to know to fill it: for whom, which question, as what, and what can be proven already. */
import { ASSET_TYPES, type AssetType } from '../entries.ts';
import { RESOURCE_FORMATS } from '../../schemas/assets/resource.ts';
import { claimOf, keyOf, type Asset, type CitedClaim, type SiteLibrary } from '../site-library.ts';
import { nameOf, type Ui } from '../ui.ts';
import type { Cell } from './cube.ts';
import type { Gap } from './measure.ts';
import type { Target } from './targets.ts';

type Format = (typeof RESOURCE_FORMATS)[number];

/** Why a type is suggested. */
export type Reason =
  /** The stage's own list of content that works names it. */
  | { kind: 'works'; line: string }
  /** It has worked for the same reader in other industries. */
  | { kind: 'elsewhere'; count: number }
  /** It has worked at the same stage for other readers. */
  | { kind: 'others'; count: number }
  /** There is none of it here yet. */
  | { kind: 'none here' };

export interface Suggestion {
  type: AssetType;
  /** Of a resource, where the stage says so. */
  format: Format | undefined;
  reasons: readonly Reason[];
}

export interface Brief {
  stage: { id: string; label: string };
  persona: { id: string; label: string; titles: readonly string[]; cares_about: readonly string[] };
  industry: { id: string; label: string } | undefined;
  /** What this reader asks at this stage; where nobody has written it down, what every buyer asks there. */
  question: string;
  suggestion: Suggestion;
  claims: readonly CitedClaim[];
  has: Cell;
  target: Target;
  value: number;
}

/** An asset with what it names in any field of its own. */
interface Tagged {
  asset: Asset;
  stages: readonly string[];
  personas: readonly string[];
  industries: readonly string[];
}

/** The part of the library that briefs are made from; read once for all of them. */
export interface BriefSource {
  library: SiteLibrary;
  ui: Ui;
  assets: readonly Tagged[];
}

export const briefSource = (library: SiteLibrary, ui: Ui, isIn: (asset: Asset) => boolean): BriefSource => ({
  library,
  ui,
  assets: library.assets.filter(isIn).map((asset) => {
    const keys = library.tags.get(asset.id) ?? [];
    const of = (collection: 'stages' | 'personas' | 'industries'): string[] => {
      const prefix = keyOf(collection, '');
      return keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
    };
    return { asset, stages: of('stages'), personas: of('personas'), industries: of('industries') };
  }),
});

/** Battlecards are made a rival, calculators a model: neither fills a gap by being one more. */
const SUGGESTED: readonly AssetType[] = ASSET_TYPES.filter((type) => type !== 'battlecards' && type !== 'calculators');

const mentions = (line: string, word: string): boolean => line.toLowerCase().includes(word.toLowerCase());

interface Named {
  line: string;
  format: Format | undefined;
}

/** Whether a line of the stage's list names a type by its label, or a resource by its format. */
const namedBy = (ui: Ui, type: AssetType, lines: readonly string[]): Named | undefined => {
  const words = [nameOf(ui, type), nameOf(ui, type, 'many')];
  const line = lines.find((candidate) => words.some((word) => mentions(candidate, word)));
  if (line !== undefined) return { line, format: undefined };
  if (type !== 'resources') return undefined;
  for (const candidate of lines) {
    const format = RESOURCE_FORMATS.find((name) => mentions(candidate, ui.labels.resource_formats[name]));
    if (format !== undefined) return { line: candidate, format };
  }
  return undefined;
};

/** What is like the gap and not empty: the same reader and stage in other industries, or the same stage for others. */
const peersOf = ({ assets }: BriefSource, { stage, persona, industry }: Gap): Tagged[] =>
  assets.filter(
    (tagged) =>
      tagged.stages.includes(stage) &&
      (industry === undefined
        ? tagged.industries.length === 0 && !tagged.personas.includes(persona)
        : tagged.industries.length > 0 && !tagged.industries.includes(industry) && tagged.personas.includes(persona)),
  );

const fitting = ({ assets }: BriefSource, { stage, persona, industry }: Gap): Tagged[] =>
  assets.filter(
    ({ stages, personas, industries }) =>
      stages.includes(stage) &&
      personas.includes(persona) &&
      (industries.length === 0 || (industry !== undefined && industries.includes(industry))),
  );

/** What a type's being named by the stage counts beside how often it has worked elsewhere, which is 0 to 1. */
const NAMED_COUNTS = 0.5;
const NONE_HERE_COUNTS = 0.25;

const suggestType = (source: BriefSource, gap: Gap, lines: readonly string[]): Suggestion => {
  const peers = peersOf(source, gap);
  const here = fitting(source, gap);
  const of = (list: readonly Tagged[], type: AssetType): number =>
    list.filter(({ asset }) => asset.collection === type).length;
  const candidates = SUGGESTED.map((type) => {
    const named = namedBy(source.ui, type, lines);
    const count = of(peers, type);
    const isNew = of(here, type) === 0;
    const score =
      (named ? NAMED_COUNTS : 0) +
      (peers.length === 0 ? 0 : count / peers.length) +
      (isNew && (named !== undefined || count > 0) ? NONE_HERE_COUNTS : 0);
    return { type, named, count, isNew, score };
  });
  const [best] = candidates.toSorted((a, b) => b.score - a.score);
  if (!best || best.score === 0) return { type: 'resources', format: undefined, reasons: [] };
  const reasons: Reason[] = [];
  if (best.named) reasons.push({ kind: 'works', line: best.named.line });
  if (best.count > 0) reasons.push({ kind: gap.industry === undefined ? 'others' : 'elsewhere', count: best.count });
  if (best.isNew) reasons.push({ kind: 'none here' });
  return { type: best.type, format: best.named?.format, reasons };
};

const MOST_CLAIMS = 4;
/** A claim that the industry's own assets cite says more than one that everybody cites. */
const OWN_COUNTS = 3;

/** Claims that assets for the same reader cite already, the most cited first. */
const claimsAtHand = (source: BriefSource, gap: Gap): CitedClaim[] => {
  const here = fitting(source, gap);
  const near = here.length > 0 ? here : source.assets.filter(({ personas }) => personas.includes(gap.persona));
  const scores = new Map<string, number>();
  for (const { asset, industries } of near) {
    const counts = gap.industry !== undefined && industries.includes(gap.industry) ? OWN_COUNTS : 1;
    for (const id of asset.data.cites) scores.set(id, (scores.get(id) ?? 0) + counts);
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .flatMap(([id]) => claimOf(source.library, id) ?? [])
    .slice(0, MOST_CLAIMS);
};

/** undefined where the library has no such stage or persona. */
export const briefOf = (source: BriefSource, gap: Gap): Brief | undefined => {
  const { library } = source;
  const stage = library.entries.get('stages')?.get(gap.stage);
  const persona = library.entries.get('personas')?.get(gap.persona);
  const industry = gap.industry === undefined ? undefined : library.entries.get('industries')?.get(gap.industry);
  if (stage?.collection !== 'stages' || persona?.collection !== 'personas') return undefined;
  const asked = persona.data.questions.find((question) => question.stage === gap.stage)?.question;
  const { label, titles, cares_about } = persona.data;
  return {
    stage: { id: gap.stage, label: stage.data.label },
    persona: { id: gap.persona, label, titles, cares_about },
    industry: industry?.collection === 'industries' ? { id: industry.id, label: industry.data.label } : undefined,
    question: asked ?? stage.data.buyer_question,
    suggestion: suggestType(source, gap, stage.data.content_that_works),
    claims: claimsAtHand(source, gap),
    has: gap.has,
    target: gap.target,
    value: gap.value,
  };
};
