/** Changed files → disk; the entry moves last, so that a rename that is cut short can be run again. */
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileChange } from '../../src/domain/rename/plan-rename.ts';

export const writeChanges = async (changes: readonly FileChange[], contentFolder: string): Promise<void> => {
  const inOrder = [...changes].sort((a, b) => Number(a.path !== a.newPath) - Number(b.path !== b.newPath));
  for (const { path: file, newPath, text } of inOrder) {
    await writeFile(path.join(contentFolder, file), text);
    if (newPath !== file) await rename(path.join(contentFolder, file), path.join(contentFolder, newPath));
  }
};
