/** Draws or links made-up cards, in a process of its own so that its memory can be measured. */
import { z } from 'zod';
import { drawAll } from '../../src/integrations/share-images/draw-all.ts';
import { cards } from './cards.ts';

const taskSchema = z.object({
  count: z.coerce.number(),
  atOnce: z.coerce.number(),
  out: z.string(),
  cache: z.string(),
});

const [count, atOnce, out, cache] = process.argv.slice(2);
const task = taskSchema.parse({ count, atOnce, out, cache });
await drawAll(cards(task.count), { out: task.out, cache: task.cache, stamp: 'bench', atOnce: task.atOnce });
