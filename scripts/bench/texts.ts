/** Made-up texts with the shape of real ones: sentences, and Markdown with headings, lists and tables. */
import type { Random } from './random.ts';

const SUBJECTS =
  words(`The controller|Your finance team|The buyer|A site manager|The approver|Procurement|The champion|Every new
  entity|The auditor|IT|The supplier|The budget owner|Accounts payable|The sponsor|Each department|The committee`);
const VERBS =
  words(`compares|approves|returns|forwards|checks|plans|records|questions|delays|confirms|settles|explains|reviews|prepares
  |collects|shares`);
const OBJECTS =
  words(`the purchase order|an open invoice|the renewal|the cost centre|a missing receipt|the rollout plan|the card limit|the
  monthly close|the security questionnaire|a duplicate payment|the approval chain|the contract terms|the business case|the
  reference call|the software subscription|the audit trail`);
const ENDINGS =
  words(`before the month ends|in the same week|without another meeting|on one page|with the source beside it|for all
  entities at once|by the agreed date|as the policy says|and tells the next person why|when the amount is small|after the
  first call|while the project goes on|so that nobody has to ask twice|because the figures are already there`);
const TOPICS =
  words(`Before the first call|What changes|Where the time goes|How to begin|What it costs|Who decides|Risks and answers|The
  first month|Proof|What to leave out|Next steps|Numbers to collect`);

function words(list: string): readonly string[] {
  return list.split('|').map((part) => part.replaceAll(/\s+/g, ' ').trim());
}

export const sentence = (random: Random): string =>
  `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)} ${random.pick(ENDINGS)}.`;

export const sentences = (random: Random, count: number): string => times(count, () => sentence(random)).join(' ');

export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** A few words without a full stop: a title, a line of a list. */
export const phrase = (random: Random): string =>
  `${random.pick(OBJECTS)} ${random.pick(ENDINGS)}`.replace(/^./, (letter) => letter.toUpperCase());

export const topic = (random: Random): string => random.pick(TOPICS);

/** What a body may point to. */
export interface BodyLinks {
  claims: readonly string[];
  /** Addresses of other assets. */
  paths: readonly string[];
}

const list = (random: Random): string => {
  const marker = random.chance(0.3) ? () => '1.' : () => '-';
  return times(random.int(3, 5), () => `${marker()} **${random.pick(TOPICS)}:** ${sentence(random)}`).join('\n');
};

const table = (random: Random): string =>
  [
    '| Step | Who | When |',
    '| --- | --- | ---: |',
    ...times(random.int(3, 5), () => `| ${phrase(random)} | ${random.pick(SUBJECTS)} | ${random.int(1, 30)} |`),
  ].join('\n');

const paragraph = (random: Random, links: BodyLinks): string => {
  const text = sentences(random, random.int(2, 4));
  const claim =
    links.claims.length > 0 && random.chance(0.3) ? ` It is {claim:${random.pick(links.claims)}} in the median.` : '';
  const link =
    links.paths.length > 0 && random.chance(0.15) ? ` See [${phrase(random)}](${random.pick(links.paths)}).` : '';
  return text + claim + link;
};

const section = (random: Random, links: BodyLinks): string => {
  const blocks = [`## ${random.pick(TOPICS)}`, paragraph(random, links)];
  if (random.chance(0.5)) blocks.push(list(random));
  if (random.chance(0.15)) blocks.push(table(random));
  return blocks.join('\n\n');
};

const countWords = (text: string): number => text.split(/\s+/).length;

/** Markdown of 200 to 400 words or so. */
export const body = (random: Random, links: BodyLinks): string => {
  const wanted = random.int(200, 360);
  let text = paragraph(random, links);
  while (countWords(text) < wanted) text += `\n\n${section(random, links)}`;
  return text;
};
