/** Problems → what a person, a program or a CI service reads. */
import { fixOf, reasonOf, severityOf, type Problem } from './problems.ts';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const place = ({ file, line, field }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`}:${field === undefined ? '' : ` ${field}`}`;

/** Messages quote what authors wrote: a line end or a terminal's control code in it is shown and does not act. */
const printable = (words: string): string =>
  words.replaceAll(/\p{Cc}+/gu, (hidden) =>
    Array.from(hidden, (char) => ESCAPES[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
  );

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const text = (problems: readonly Problem[]): string => {
  const errors = problems.filter((problem) => severityOf(problem) === 'error').length;
  const lines = problems.map(
    (problem) =>
      `${severityOf(problem) === 'error' ? '✗' : '!'} ${printable(`${place(problem)} ${reasonOf(problem)}`)}.\n    ${printable(fixOf(problem))} [${problem.code}]`,
  );
  const summary =
    problems.length === 0
      ? '✓ The content is in order.'
      : `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}.`;
  return [...lines, summary].join('\n');
};

const json = (problems: readonly Problem[]): string =>
  JSON.stringify(
    problems.map((problem) => ({
      code: problem.code,
      severity: severityOf(problem),
      file: problem.file,
      field: problem.field ?? null,
      line: problem.line ?? null,
      message: reasonOf(problem),
      fix: fixOf(problem),
    })),
    null,
    2,
  );

/** Commands of GitHub Actions: `%`, line ends, and in properties also `:` and `,` must be escaped. */
const escapeData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (value: string): string => escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');

const github = (problems: readonly Problem[]): string =>
  problems
    .map((problem) => {
      const properties = [
        `file=${escapeProperty(problem.file)}`,
        `line=${problem.line ?? 1}`,
        `title=${problem.code}`,
      ].join(',');
      const message = `${problem.field === undefined ? '' : `${problem.field} `}${reasonOf(problem)}. ${fixOf(problem)}`;
      return `::${severityOf(problem)} ${properties}::${escapeData(message)}`;
    })
    .join('\n');

export const reporters = { text, json, github } as const;
export type Format = keyof typeof reporters;
export const FORMATS = Object.keys(reporters);

const isFormat = (value: string): value is Format => Object.hasOwn(reporters, value);

/** The format that the command line asks for; undefined when it asks for anything else. */
export const chosenFormat = (args: readonly string[]): Format | undefined => {
  const [name, value, ...rest] = args.flatMap((arg) => arg.split('='));
  if (name === undefined) return 'text';
  return name === '--format' && value !== undefined && isFormat(value) && rest.length === 0 ? value : undefined;
};
