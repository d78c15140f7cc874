/** Runs a program and measures it: wall time, and the memory of all its processes together. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { StepFailed } from '../build/run.ts';

export interface Measured {
  seconds: number;
  /** Most memory in use at one time, by the program and all it started; undefined where the system does not tell. */
  peakMb: number | undefined;
}

export interface Program {
  /** What it is called in messages. */
  name: string;
  file: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
}

const SAMPLE_EVERY = 150;
const KEPT_OUTPUT = 4_000;

export const measure = async ({ name, file, args, env }: Program): Promise<Measured> => {
  const begin = performance.now();
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  let output = '';
  const keep = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-KEPT_OUTPUT));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let peak = 0;
  const sample = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), SAMPLE_EVERY);
  const exit: unknown[] = await once(child, 'close');
  const code = exit[0];
  clearInterval(sample);
  if (code !== 0) throw new StepFailed(`${output}\n${name} ended with code ${String(code)}.`);
  return { seconds: (performance.now() - begin) / 1_000, peakMb: peak === 0 ? undefined : peak / 1_024 };
};

/** kB in use by a process and all below it; 0 on systems without /proc. */
const memoryOf = (root: number): number => {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const sum = (pid: number): number =>
    residentKb(pid) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child.pid), 0);
  return sum(root);
};

const processes = (): { pid: number; parent: number }[] =>
  namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    // The command's name stands in brackets and may hold anything; its state and its parent follow.
    .map((pid) => ({
      pid: Number(pid),
      parent: Number(
        textOf(`/proc/${pid}/stat`)
          .replace(/^.*\) \S /s, '')
          .split(' ')[0],
      ),
    }));

const residentKb = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0);

/** A process may end between two looks at it. */
const orEmpty = <T>(read: () => T, empty: T): T => {
  try {
    return read();
  } catch {
    return empty;
  }
};
const textOf = (file: string): string => orEmpty(() => readFileSync(file, 'utf8'), '');
const namesIn = (folder: string): string[] => orEmpty(() => readdirSync(folder), []);

/** Steps one after another, as one. */
export const together = (parts: readonly Measured[]): Measured => ({
  seconds: parts.reduce((sum, part) => sum + part.seconds, 0),
  peakMb: parts.some((part) => part.peakMb !== undefined)
    ? Math.max(...parts.map((part) => part.peakMb ?? 0))
    : undefined,
});
