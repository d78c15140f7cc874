/** A generated content folder: the same files for the same size, in every run. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { addresses, asset, idsByType, type Surroundings } from './assets.ts';
import { createRandom } from './random.ts';
import { taxonomy, type GeneratedFile } from './taxonomy.ts';
import { sentence, times } from './texts.ts';

/** One claim for so many assets. */
const ASSETS_PER_CLAIM = 20;
const FEWEST_CLAIMS = 40;

const claim = (id: string, seed: number): GeneratedFile => {
  const random = createRandom(seed);
  return {
    path: `claims/${id}.yml`,
    data: {
      statement: sentence(random),
      value: random.int(2, 95),
      unit: random.pick(['%', 'days', 'hours a month']),
      source: { title: `Study ${seed}`, url: `https://research.example/${seed}`, dated: '2026-05-12' },
      audience: 'internal',
      status: 'approved',
    },
  };
};

const toText = ({ path: file, data, body }: GeneratedFile): string => {
  const yaml = dump(data, { lineWidth: 120 });
  return file.endsWith('.md') ? `---\n${yaml}---\n\n${body ?? ''}\n` : yaml;
};

export interface GeneratedLibrary {
  /** Absolute path of the content folder. */
  folder: string;
  size: number;
  /** An asset that an author might change: its path inside the folder. */
  edited: string;
}

/** Writes a library of `size` assets into an empty folder. */
export const writeLibrary = async (folder: string, size: number): Promise<GeneratedLibrary> => {
  const all = addresses(size);
  const claims = times(Math.max(FEWEST_CLAIMS, Math.ceil(size / ASSETS_PER_CLAIM)), (i) => `claim-${i + 1}`);
  const around: Surroundings = { claims, ids: idsByType(all) };
  const assets = all.map((address) => asset(address, around));
  const files = [...taxonomy(), ...claims.map((id, i) => claim(id, i + 1)), ...assets];
  for (const parent of new Set(files.map((file) => path.dirname(file.path))))
    await mkdir(path.join(folder, parent), { recursive: true });
  for (const file of files) await writeFile(path.join(folder, file.path), toText(file));
  return { folder, size, edited: assets[Math.floor(size / 2)]?.path ?? '' };
};
