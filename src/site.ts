/** The build at hand: which audience, which content, which day. The only reader of the environment. */
import path from 'node:path';
import { z } from 'zod';
import { audienceSchema, type Audience } from './schemas/fields.ts';

const environmentSchema = z.object({
  /** Which build: what is not set is public, so that nothing internal is built by mistake. */
  AUDIENCE: audienceSchema.default('public'),
  /** The content folder, another company's for example. */
  DEALSHELF_CONTENT: z.string().min(1).default('content'),
  /** Where builds are written: one folder an audience. */
  DEALSHELF_OUT: z.string().min(1).default('dist'),
  /** Where builds keep what they can reuse: one folder an audience. */
  DEALSHELF_CACHE: z.string().min(1).default('node_modules/.cache/dealshelf'),
  /** The day to build for, `2026-03-15`; left out, the settings' `frozen_on`, or today. */
  DEALSHELF_TODAY: z.iso.date().optional(),
  /** Authors see drafts while they write; never set for a build that is published. */
  DEALSHELF_DRAFTS: z.enum(['0', '1']).default('0'),
  /** The internal portal has an editor that writes to this machine: set by `npm start` and `npm run dev` alone. */
  DEALSHELF_LOCAL_EDITOR: z.enum(['0', '1']).default('0'),
  /** Where the editor of this machine keeps its clone, with the drafts in it. */
  DEALSHELF_STATE: z.string().min(1).default('.dealshelf'),
  /** Builds content with errors as well: only for tests of the gate, which must hold even where the check did not. */
  DEALSHELF_UNCHECKED: z.enum(['0', '1']).default('0'),
});

const result = environmentSchema.safeParse(process.env);
if (!result.success) {
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  // A misspelt variable needs a sentence, not a stack trace.
  console.error(`The environment is not as it should be.\n${lines.join('\n')}`);
  process.exit(2);
}
const env = result.data;

/** Where the build of an audience is written, as an absolute path. */
export const outFolderOf = (audience: Audience): string => path.resolve(env.DEALSHELF_OUT, audience);

/** What builds of an audience keep for the next one, as an absolute path. */
export const cacheFolderOf = (audience: Audience): string => path.resolve(env.DEALSHELF_CACHE, audience);

export const site = {
  audience: env.AUDIENCE,
  drafts: env.DEALSHELF_DRAFTS === '1',
  /** Absolute path. Not with the packages: those are deleted with every install. */
  stateFolder: path.resolve(env.DEALSHELF_STATE),
  localEditor: env.DEALSHELF_LOCAL_EDITOR === '1',
  unchecked: env.DEALSHELF_UNCHECKED === '1',
  /** Absolute paths. */
  contentFolder: path.resolve(env.DEALSHELF_CONTENT),
  /** The content folder that ships with the engine: its labels and settings serve where another has none. */
  shippedFolder: path.resolve('content'),
  outFolder: outFolderOf(env.AUDIENCE),
  cacheFolder: cacheFolderOf(env.AUDIENCE),
} as const;

/** The day to build for. @param frozenOn the settings' own day, which an example or an archive has */
export const buildDay = (frozenOn: string | undefined): string =>
  env.DEALSHELF_TODAY ?? frozenOn ?? new Date().toISOString().slice(0, 10);
