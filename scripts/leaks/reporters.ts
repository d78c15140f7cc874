/** Result of the leak proof → what a person or a program reads. */
import type { Audience } from '../../src/schemas/fields.ts';
import type { Origin } from '../../src/domain/leaks.ts';
import type { Leak } from './search-files.ts';

export interface Proof {
  audience: Audience;
  /** Texts and files that must not be there. */
  strings: number;
  media: number;
  /** Texts that were not looked for because the build may say the same. */
  excused: number;
  /** Output files searched. */
  files: number;
  leaks: Leak[];
}

const number = new Intl.NumberFormat('en');
const count = (n: number, one: string, many = `${one}s`): string => `${number.format(n)} ${n === 1 ? one : many}`;

const summary = ({ audience, strings, media, excused, files, leaks }: Proof): string => {
  if (strings + media === 0)
    return `${audience}: nothing is left out of this build, so there is nothing to search for.`;
  const what = `${count(strings, 'string')} and ${count(media, 'file')} that must not be there were searched for in ${count(files, 'file')}`;
  const rest = excused === 0 ? '' : `; ${number.format(excused)} were no evidence because public text says the same`;
  return `${leaks.length === 0 ? '✓' : '✗'} ${audience}: ${what}: ${leaks.length === 0 ? 'none found' : `${count(leaks.length, 'leak')} found`}${rest}.`;
};

const sourceOf = ({ file, field }: Origin): string => (field === undefined ? file : `${file}: ${field}`);

const describe = (audience: Audience, { kind, origin, others, places, count: outputs }: Leak): string => {
  const lines = places.map(({ output, excerpt }) => `    ${audience}/${output}\n        … ${excerpt} …`);
  if (outputs > places.length) lines.push(`    and ${count(outputs - places.length, 'file')} more`);
  if (others.length > 0) lines.push(`    It also stands in ${others.map(sourceOf).join(', ')}.`);
  const what =
    kind === 'unreadable' || !origin ? 'What cannot be read cannot be searched:' : `${sourceOf(origin)} is in`;
  return [`✗ ${what}`, ...lines].join('\n');
};

const text = (proofs: readonly Proof[]): string =>
  proofs.flatMap((proof) => [...proof.leaks.map((leak) => describe(proof.audience, leak)), summary(proof)]).join('\n');

const json = (proofs: readonly Proof[]): string =>
  JSON.stringify(
    proofs.map(({ leaks, ...proof }) => ({
      ...proof,
      leaks: leaks.map(({ kind, origin, others, places, count: outputs }) => ({
        kind,
        file: origin?.file ?? null,
        field: origin?.field ?? null,
        places,
        outputs,
        others,
      })),
    })),
    null,
    2,
  );

export const reporters = { text, json } as const;
export type Format = keyof typeof reporters;
export const isFormat = (value: string): value is Format => Object.hasOwn(reporters, value);
