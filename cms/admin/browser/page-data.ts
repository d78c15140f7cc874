/** What the build has put into the page for its script. */
import { isRecord } from '../../../src/domain/guards.ts';
import type { EditorPage } from '../settings.ts';

const isPage = (value: unknown): value is EditorPage =>
  isRecord(value) && isRecord(value['config']) && isRecord(value['words']) && typeof value['isLocal'] === 'boolean';

export const readPage = (): EditorPage => {
  const value: unknown = JSON.parse(document.getElementById('editor-page')?.textContent ?? 'null');
  if (!isPage(value)) throw new Error('The page of the editor is not whole. Build the site again.');
  return value;
};
