/**
 * Problems as data; their words live here, in one table: what is wrong, and what to write instead.
 * The reporters (terminal, CI annotations, JSON) share it.
 */

export type Severity = 'error' | 'warning';

type Args = Readonly<Record<string, string | number | undefined>>;

export interface Problem {
  code: ProblemCode;
  /** Path as the author knows it: `content/kits/retail.md`. */
  file: string;
  /** `items.2.asset`, `body`, or undefined when the whole file is meant. */
  field?: string | undefined;
  /** Line in the file, from 1, where it is known. */
  line?: number | undefined;
  args: Args;
}

interface Words {
  severity: Severity;
  /** What is wrong, after "file: field". */
  reason: (args: Args) => string;
  /** What to do about it. */
  fix: (args: Args) => string;
}

const didYouMean = ({ suggestion }: Args, otherwise: string) =>
  suggestion === undefined ? otherwise : `Did you mean "${suggestion}"?`;

const WORDS = {
  INVALID_FIELD: {
    severity: 'error',
    reason: ({ reason }) => `${reason}`,
    fix: ({ fix }) => `${fix}`,
  },
  MISSING_FIELD: {
    severity: 'error',
    reason: ({ label, needed }) =>
      `is required${needed === 'approved' ? ' once the entry is approved' : ''}: "${label}" is missing`,
    fix: ({ fix, needed }) => (needed === 'approved' ? `${fix} Or set "status: draft" until you have it.` : `${fix}`),
  },
  UNKNOWN_FIELD: {
    severity: 'error',
    reason: ({ collection }) => `is not a field of ${collection}`,
    fix: (args) => didYouMean(args, 'Remove it, or check the list of fields in docs/content.md.'),
  },
  UNKNOWN_REFERENCE: {
    severity: 'error',
    reason: ({ kind, id }) => `refers to the ${kind} "${id}", which does not exist`,
    fix: (args) => didYouMean(args, 'Use the file name, without its ending, of an entry that exists.'),
  },
  REFERENCE_NOT_LIVE: {
    severity: 'warning',
    reason: ({ kind, id, why }) => `refers to the ${kind} "${id}", which is ${why}, so the reference is left out`,
    fix: () => 'Approve the other entry, or remove the reference.',
  },
  DUPLICATE_ID: {
    severity: 'error',
    reason: ({ id, other }) => `has the id "${id}", which ${other} has too`,
    fix: () => 'Rename one of the two files: ids of assets are unique across all asset types.',
  },
  ALIAS_TAKEN: {
    severity: 'error',
    reason: ({ alias, other }) => `names the former address "${alias}", which belongs to ${other}`,
    fix: () => 'Remove the alias from one of the two.',
  },
  PUBLIC_REFERS_TO_INTERNAL: {
    severity: 'error',
    reason: ({ audience, target, targetAudience }) =>
      `is seen by the ${audience} audience but refers to ${target}, which only the ${targetAudience} audience may see`,
    fix: ({ audience }) =>
      `Remove the reference, or set "audience: ${audience}" on both after checking the other’s text.`,
  },
  CLAIM_EXPIRED: {
    severity: 'error',
    reason: ({ id, on }) => `cites the claim "${id}", which expired on ${on}`,
    fix: () => 'Renew the claim’s source and its expires_on, or cite another claim.',
  },
  CLAIM_MISSING: {
    severity: 'warning',
    reason: ({ text }) => `states a number without a claim: "${text}"`,
    fix: ({ claimField }) => `Add "${claimField}:" with the id of a claim, or write the number as {claim:id}.`,
  },
  CONSENT_LAPSED: {
    severity: 'warning',
    reason: ({ on, outcome }) => `ended on ${on}, so outside ${outcome}`,
    fix: () => 'Ask the customer again and move the date, or set "scope: anonymised".',
  },
  CUSTOMER_NAMED: {
    severity: 'error',
    reason: ({ word, study }) => `names “${word}”, whose consent in ${study} does not allow it outside`,
    fix: () => 'Say it without the name, or lower the audience of this entry to internal.',
  },
  REVIEW_OVERDUE: {
    severity: 'warning',
    reason: ({ due, owner }) => `review was due on ${due} (owner: ${owner})`,
    fix: () => 'Read it, correct it, and set reviewed_on to today.',
  },
  FIGURE_OLD: {
    severity: 'warning',
    reason: ({ on, every, owner }) =>
      `is the day of the newest figure, ${on}: more than ${every} days ago (owner: ${owner})`,
    fix: () => 'Move the newest figure into history, and write the new one with its day.',
  },
  FIGURE_DAY: {
    severity: 'error',
    reason: ({ on, why }) => `is ${on}, which ${why}`,
    fix: () =>
      'Correct the day: history holds earlier figures, each of a day of its own, and the newest stands under as_of.',
  },
  EXPIRED: {
    severity: 'warning',
    reason: ({ on }) => `expired on ${on} and is left out of every build`,
    fix: () => 'Move the date, or set "status: archived".',
  },
  EMPTY_KIT: {
    severity: 'error',
    reason: ({ audience }) => `has no item that the ${audience} audience may see`,
    fix: () => 'Add assets that are approved and that its readers may see.',
  },
  MISSING_FILE: {
    severity: 'error',
    reason: ({ path }) => `names the file "${path}", which is not in the media folder`,
    fix: (args) => didYouMean(args, 'Put the file into content/media, or correct the path.'),
  },
  BROKEN_LINK: {
    severity: 'error',
    reason: ({ href }) => `links to "${href}", where nothing is`,
    fix: (args) => didYouMean(args, 'Link to a page as /type/id/, or remove the link.'),
  },
  UNSAFE_MARKUP: {
    severity: 'warning',
    reason: ({ what }) => `contains ${what}, which never reaches a page`,
    fix: () => 'Remove it: Markdown, links, tables and images are what pages show.',
  },
  UNSAFE_FILE: {
    severity: 'error',
    reason: ({ what }) => `is an SVG with ${what}`,
    fix: () => 'Export it again without scripts, or use PNG or WebP.',
  },
  MISSING_ALT_TEXT: {
    severity: 'error',
    reason: ({ path }) => `shows "${path}" without words for those who cannot see it`,
    fix: () => 'Describe the picture between the brackets: ![what it shows](file).',
  },
  LOW_CONTRAST: {
    severity: 'error',
    reason: ({ colour, ground, ratio }) => `${colour} on ${ground} has a contrast of ${ratio}:1, too little to read`,
    fix: () => 'Choose a colour with at least 4.5:1.',
  },
  INVALID_YAML: {
    severity: 'error',
    reason: ({ reason }) => `cannot be read as YAML: ${reason}`,
    fix: () => 'Put texts with a colon, # or quotation marks in quotes, and indent with two spaces.',
  },
  DUPLICATE_KEY: {
    severity: 'error',
    reason: () => 'is written twice',
    fix: () => 'Keep one of the two.',
  },
  TAB_INDENTATION: {
    severity: 'error',
    reason: () => 'is indented with a tab, which YAML does not allow',
    fix: () => 'Indent with spaces.',
  },
  NO_FRONT_MATTER: {
    severity: 'error',
    reason: () => 'has no front matter',
    fix: () => 'Begin the file with a line ---, then the fields, then another line ---.',
  },
  FILE_EMPTY: {
    severity: 'error',
    reason: () => 'is empty',
    fix: () => 'Write at least a title, or delete the file.',
  },
  FILE_TOO_LARGE: {
    severity: 'error',
    reason: ({ size, limit }) => `is ${size} large; ${limit} is the limit`,
    fix: ({ kind }) =>
      kind === 'media'
        ? 'Make it smaller, or link to where it lies.'
        : 'Split it, or put large material into content/media as a file.',
  },
  MEDIA_TYPE: {
    severity: 'error',
    reason: ({ ending }) => `is of a type that pages do not offer${ending === '' ? '' : `: .${ending}`}`,
    fix: ({ types }) => `Use one of ${types}, or take it out of the media folder.`,
  },
  UNUSED_MEDIA: {
    severity: 'warning',
    reason: () => 'is used by no entry, so it is in no build',
    fix: () => 'Refer to it in an entry, or remove it.',
  },
  FILE_UNREADABLE: {
    severity: 'error',
    reason: ({ reason }) => `cannot be read (${reason})`,
    fix: () => 'Check that the file exists and that you may read it.',
  },
  OUTSIDE_CONTENT: {
    severity: 'error',
    reason: () => 'is a link to a place outside the content folder and is not followed',
    fix: () => 'Put the file itself into the content folder.',
  },
  NOT_UTF8: {
    severity: 'error',
    reason: () => 'is not UTF-8 text',
    fix: () => 'Save the file with the encoding UTF-8.',
  },
  BYTE_ORDER_MARK: {
    severity: 'warning',
    reason: () => 'begins with a byte order mark, which is ignored',
    fix: () => 'Save the file as UTF-8 without BOM.',
  },
  WINDOWS_LINE_ENDS: {
    severity: 'warning',
    reason: () => 'has Windows line ends (CRLF), which are read as plain ones',
    fix: () => 'Save the file with line ends LF.',
  },
  INVALID_FILE_NAME: {
    severity: 'error',
    reason: () => 'has a name that cannot be an id',
    fix: ({ suggestion }) => `Rename it to "${suggestion}": lower-case letters, digits and hyphens.`,
  },
  UNEXPECTED_FILE: {
    severity: 'warning',
    reason: () => 'lies where no content is read from, so it is ignored',
    fix: (args) => didYouMean(args, 'Move it into the folder of its type; see docs/content.md.'),
  },
  CALCULATOR_ID: {
    severity: 'error',
    reason: ({ id, why }) => `cannot be "${id}": it ${why}`,
    fix: () => 'Choose a name of two words or more, such as hours_per_request.',
  },
  CALCULATOR_DUPLICATE_ID: {
    severity: 'error',
    reason: ({ id, other }) => `is "${id}", as is ${other}`,
    fix: () => 'Rename one of the two: formulas could not tell them apart.',
  },
  CALCULATOR_UNKNOWN_ID: {
    severity: 'error',
    reason: ({ kind, id }) => `names the ${kind} "${id}", which this calculator does not have`,
    fix: (args) => didYouMean(args, 'Use an id of this file.'),
  },
  CALCULATOR_VALUE: {
    severity: 'error',
    reason: ({ reason }) => `${reason}`,
    fix: ({ fix }) => `${fix}`,
  },
  CALCULATOR_TEST_FAILED: {
    severity: 'error',
    reason: ({ test, name, expected, actual }) => `"${test}": ${name} should be ${expected} and is ${actual}`,
    fix: () => 'Mend the formula; or, where the model was changed on purpose, the test and the model_version.',
  },
  FORMULA_SYNTAX: {
    severity: 'error',
    reason: ({ position, reason }) => `at character ${position} ${reason}`,
    fix: ({ fix }) => `${fix}`,
  },
  FORMULA_TOO_LONG: {
    severity: 'error',
    reason: ({ reason }) => `${reason}`,
    fix: ({ fix }) => `${fix}`,
  },
  FORMULA_TOO_DEEP: {
    severity: 'error',
    reason: ({ position, reason }) => `at character ${position} ${reason}`,
    fix: ({ fix }) => `${fix}`,
  },
  FORMULA_UNKNOWN_NAME: {
    severity: 'error',
    reason: ({ position, name }) => `at character ${position}: unknown name "${name}"`,
    fix: (args) => didYouMean(args, 'Use the id of an input, a series or a line of this file.'),
  },
  FORMULA_UNKNOWN_FUNCTION: {
    severity: 'error',
    reason: ({ position, name }) => `at character ${position}: unknown function "${name}"`,
    fix: (args) => didYouMean(args, `Use one of ${args.known}.`),
  },
  FORMULA_ARGUMENTS: {
    severity: 'error',
    reason: ({ position, name, count }) => `at character ${position}: ${name} has ${count} arguments`,
    fix: ({ usage }) => `Write ${usage}.`,
  },
  FORMULA_YEARS: {
    severity: 'error',
    reason: ({ position, reason }) => `at character ${position} ${reason}`,
    fix: ({ fix }) => `${fix}`,
  },
  FORMULA_UNIT: {
    severity: 'error',
    reason: ({ position, reason }) => `at character ${position} ${reason}`,
    fix: ({ fix }) => `${fix}`,
  },
  FORMULA_CYCLE: {
    severity: 'error',
    reason: ({ path }) => `is worked out from itself: ${path}`,
    fix: () => 'Break the ring: one of these must not need the next.',
  },
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof WORDS;

/** Every code there is, for tests and references that must leave none out. */
export const PROBLEM_CODES: readonly string[] = Object.keys(WORDS);

const wordsOf = (problem: Problem): Words => WORDS[problem.code];

export const severityOf = (problem: Problem): Severity => wordsOf(problem).severity;
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => severityOf(problem) === 'error');
export const reasonOf = (problem: Problem): string => wordsOf(problem).reason(problem.args);
export const fixOf = (problem: Problem): string => wordsOf(problem).fix(problem.args);

/** `strengths`, 0, `claim` → `strengths.0.claim`, or undefined for the whole file. */
export const fieldName = (path: readonly (string | number)[]): string | undefined =>
  path.length === 0 ? undefined : path.join('.');

/** By file, then by field, errors first: the order in which a person mends them. */
export const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      compare(severityOf(a), severityOf(b)) ||
      compare(a.file, b.file) ||
      compare(a.field ?? '', b.field ?? '') ||
      compare(a.code, b.code),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
