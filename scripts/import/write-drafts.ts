/** Drafts → files. Nothing that exists is ever written over. */
import { constants } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportPlan } from '../../src/domain/import/plan-import.ts';

/** @returns the plan as it was carried out: what appeared meanwhile is named and not touched */
export const writeDrafts = async (plan: ImportPlan, root: string, contentFolder: string): Promise<ImportPlan> => {
  const done: ImportPlan = { ...plan, drafts: [], refused: [...plan.refused] };
  for (const draft of plan.drafts) {
    // Messages name the content folder; the rest of the path is inside it.
    const file = path.join(contentFolder, draft.entry.file.slice(draft.entry.file.indexOf('/') + 1));
    try {
      for (const media of draft.media)
        await copyNew(path.join(root, media.from), path.join(contentFolder, 'media', media.path));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, draft.text, { flag: 'wx' });
      done.drafts.push(draft);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      done.refused.push({ from: draft.from, reason: `could not be written to ${draft.entry.file} (${code})` });
    }
  }
  return done;
};

/** A picture that two entries show is there after the first of them. */
const copyNew = async (from: string, to: string): Promise<void> => {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_EXCL).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
};
