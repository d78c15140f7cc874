/** What `npm run pdf -- …` may be told. */
import { parseArgs } from 'node:util';
import { isPrintable, PAPERS, PRINTABLE, type Paper, type PrintableType } from '../../src/domain/paper.ts';
import { AUDIENCES, audienceSchema, type Audience } from '../../src/schemas/fields.ts';

export interface PdfOptions {
  /** undefined: every build that exists. */
  audience: Audience | undefined;
  /** undefined: every printable type. */
  type: PrintableType | undefined;
  /** undefined: what the site's locale prints on. */
  paper: Paper | undefined;
  /** Id of a kit whose assets become one file; undefined: each asset becomes its own. */
  bundle: string | undefined;
}

const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};

const isPaper = (name: string): name is Paper => PAPERS.some((paper) => paper === name);

const oneOf = (option: string, value: string, known: readonly string[]): string =>
  `--${option} ${value} is not known. Use one of ${known.join(', ')}.`;

export const readOptions = (): PdfOptions => {
  const { values } = parseArgs({
    options: {
      audience: { type: 'string' },
      type: { type: 'string' },
      paper: { type: 'string' },
      bundle: { type: 'string' },
    },
  });
  const audience = audienceSchema.optional().safeParse(values.audience);
  if (!audience.success) return fail(oneOf('audience', values.audience ?? '', AUDIENCES));
  const { type, paper, bundle } = values;
  if (type !== undefined && !isPrintable(type)) return fail(oneOf('type', type, Object.keys(PRINTABLE)));
  if (paper !== undefined && !isPaper(paper)) return fail(oneOf('paper', paper, PAPERS));
  if (bundle !== undefined && type !== undefined) return fail('--bundle takes a whole kit: leave out --type.');
  return { audience: audience.data, type, paper, bundle };
};
