/** Runs a program and measures it: wall time, processor time and memory, of all its processes together. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { StepFailed } from '../build/run.ts';
import { usedBy, type Use } from './process-tree.ts';

export interface Measured {
  seconds: number;
  /** Time on all processors, which says more than wall time where a machine has other work; undefined as below. */
  cpuSeconds: number | undefined;
  /** Most memory in use at one time; undefined where the system does not tell. */
  peakMb: number | undefined;
}

export interface Program {
  /** What it is called in messages. */
  name: string;
  file: string;
  args: readonly string[];
  /** Node's own options. */
  node?: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Folder that it runs in; left out, the project's. */
  cwd?: string;
}

const SAMPLE_EVERY = 100;
const KEPT_OUTPUT = 4_000;

/** Looks at a program while it runs; ends with the most that was seen. */
const watch = (child: ChildProcess): (() => Use) => {
  const most: Use = { memoryKb: 0, cpuSeconds: 0 };
  const look = (): void => {
    const use = usedBy(child.pid ?? 0);
    most.memoryKb = Math.max(most.memoryKb, use.memoryKb);
    most.cpuSeconds = Math.max(most.cpuSeconds, use.cpuSeconds);
  };
  const looking = setInterval(look, SAMPLE_EVERY);
  return () => {
    clearInterval(looking);
    return most;
  };
};

/** The end of what a program writes. */
const keepOutput = (child: ChildProcess): (() => string) => {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => (output = (output + String(chunk)).slice(-KEPT_OUTPUT)));
  }
  return () => output;
};

export const measure = async ({ name, file, args, node = [], env, cwd }: Program): Promise<Measured> => {
  const begin = performance.now();
  const child = spawn(process.execPath, [...node, file, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  const endWatch = watch(child);
  const output = keepOutput(child);
  await once(child, 'close');
  const { memoryKb, cpuSeconds } = endWatch();
  if (child.exitCode !== 0) throw new StepFailed(`${output()}\n${name} ended with code ${child.exitCode}.`);
  const seconds = (performance.now() - begin) / 1_000;
  return memoryKb === 0
    ? { seconds, cpuSeconds: undefined, peakMb: undefined }
    : { seconds, cpuSeconds, peakMb: memoryKb / 1_024 };
};

type Parts = readonly Measured[];

const numbersOf = (parts: Parts, name: 'cpuSeconds' | 'peakMb'): number[] => parts.flatMap((part) => part[name] ?? []);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Steps one after another, as one. */
export const together = (parts: Parts): Measured => {
  const cpu = numbersOf(parts, 'cpuSeconds');
  const peaks = numbersOf(parts, 'peakMb');
  return {
    seconds: sum(parts.map((part) => part.seconds)),
    cpuSeconds: cpu.length > 0 ? sum(cpu) : undefined,
    peakMb: peaks.length > 0 ? Math.max(...peaks) : undefined,
  };
};
