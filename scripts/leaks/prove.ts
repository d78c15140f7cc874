/** The proof for one audience: what its build must not hold is looked for in all that it does hold. */
import { allEntries, type Library } from '../../src/domain/entries.ts';
import { gate } from '../../src/domain/gate.ts';
import type { LoadedLibrary } from '../../src/library/load-library.ts';
import type { Audience } from '../../src/schemas/fields.ts';
import { buildDay, outFolderOf } from '../../src/site.ts';
import { allowedTexts, engineTexts } from './allowed.ts';
import { forbiddenOf } from './forbidden.ts';
import type { Proof } from './reporters.ts';
import { searchOutput } from './search-output.ts';

export const prove = async ({ library, labels, name }: LoadedLibrary, audience: Audience): Promise<Proof> => {
  // Drafts are for authors at work: no build that is published may show them, so none is excused here.
  const gated = gate(library, { audience, today: buildDay(library.settings.frozen_on), drafts: false });
  if (isAllOf(gated, library)) return { audience, strings: 0, media: 0, excused: 0, files: 0, leaks: [] };
  const forbidden = forbiddenOf({
    library,
    gated,
    name,
    allowed: [...new Set(allowedTexts(gated, labels))],
    engine: await engineTexts(),
  });
  const { excused } = forbidden;
  const strings = forbidden.secrets.length;
  const media = forbidden.files.size;
  if (strings + media === 0) return { audience, strings, media, excused, files: 0, leaks: [] };
  return { audience, strings, media, excused, ...(await searchOutput(outFolderOf(audience), forbidden)) };
};

/** The gate hands on what it leaves as it is: the very same entries. */
const isAllOf = (gated: Library, library: Library): boolean =>
  gated.media.size === library.media.size &&
  [...allEntries(library)].every((entry) => gated.entries.get(entry.collection)?.get(entry.id) === entry);
