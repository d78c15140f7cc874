/** A generated library with all that the desk answers from: stages over the pipeline, plays, message maps, a status quo. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump, load } from 'js-yaml';
import { writeLibrary as writeAssets } from '../bench-search/generated-library.ts';
import { createRandom } from '../bench/random.ts';
import { TERMS } from '../bench/taxonomy.ts';
import { phrase, sentence, sentences, times } from '../bench/texts.ts';

const PLAYS_A_STAGE = 3;
/** A map for each persona and each of so many products. */
const PRODUCTS_WITH_MAPS = 4;

const OWNED = { owner: 'Revenue Enablement', audience: 'internal', status: 'approved' };

/** Adds fields to a file that is there already. */
const extend = async (file: string, data: Readonly<Record<string, unknown>>): Promise<void> => {
  const known: unknown = load(await readFile(file, 'utf8'));
  await writeFile(file, dump({ ...Object(known), ...data }));
};

const play = (pipeline: string, seed: number): Record<string, unknown> => {
  const random = createRandom(seed);
  return {
    ...{ title: phrase(random), trigger: sentence(random), goal: sentence(random), pipeline_stage: pipeline },
    personas: random.sample(TERMS.personas, 3),
    know: times(3, () => sentence(random)),
    say: times(2, () => ({ line: sentence(random), question: sentence(random) })),
    do: times(3, () => ({ step: sentence(random), role: 'Account executive', due: 'within 2 days' })),
    exit_criteria: times(2, () => sentence(random)),
    ...OWNED,
  };
};

const map = (persona: string, product: string, seed: number): Record<string, unknown> => {
  const random = createRandom(seed);
  return {
    ...{ title: `${persona}, ${product}`, persona, product, core_message: sentence(random) },
    pillars: times(3, () => ({ statement: sentence(random), support: sentences(random, 2) })),
    reframes: times(2, () => ({ persona: random.pick(TERMS.personas), message: sentence(random) })),
    pitch_10s: sentence(random),
    pitch_30s: sentences(random, 3),
    calls_to_action: TERMS.stages.map((stage) => ({ stage, ask: sentence(random) })),
    ...OWNED,
  };
};

/** Writes a library of `size` assets into an empty folder. */
export const writeDealLibrary = async (folder: string, size: number): Promise<void> => {
  await writeAssets(folder, size);
  for (const [i, stage] of TERMS.stages.entries())
    await extend(path.join(folder, `taxonomy/stages/${stage}.yml`), {
      pipeline_stages: TERMS['pipeline-stages'].filter((_, j) => Math.min(j, TERMS.stages.length - 1) === i),
    });
  await extend(path.join(folder, `taxonomy/competitors/${TERMS.competitors[0]}.yml`), { kind: 'status quo' });
  for (const name of ['plays', 'message-maps']) await mkdir(path.join(folder, name), { recursive: true });
  const write = (file: string, data: Readonly<Record<string, unknown>>): Promise<void> =>
    writeFile(path.join(folder, file), dump(data));
  for (const [i, stage] of TERMS['pipeline-stages'].entries())
    for (const j of times(PLAYS_A_STAGE, (n) => n))
      await write(`plays/play-${stage}-${j}.yml`, play(stage, i * 10 + j));
  for (const [i, persona] of TERMS.personas.entries())
    for (const [j, product] of TERMS.products.slice(0, PRODUCTS_WITH_MAPS).entries())
      await write(`message-maps/map-${persona}-${product}.yml`, map(persona, product, i * 10 + j));
};
