/** What a process and all that it started use, as Linux tells it under /proc; nothing on other systems. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Use {
  /** Memory in use now, kB. */
  memoryKb: number;
  /** Time on a processor so far, of processes that have ended as well. */
  cpuSeconds: number;
}

interface Process {
  pid: number;
  parent: number;
  cpuSeconds: number;
}

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** A process may end between two looks at it. */
const orEmpty = <T>(read: () => T, empty: T): T => {
  try {
    return read();
  } catch {
    return empty;
  }
};

const readText = (file: string): string => orEmpty(() => readFileSync(file, 'utf8'), '');

const readProcess = (pid: number): Process => {
  // The command's name stands in brackets and may hold anything; what is counted follows it.
  const fields = readText(`/proc/${pid}/stat`)
    .replace(/^.*\) \S /s, '')
    .split(' ')
    .map(Number);
  const ticks = fields.slice(10, 14).reduce((sum, count) => sum + count, 0);
  return { pid, parent: fields[0] ?? 0, cpuSeconds: ticks / TICKS_A_SECOND };
};

const allProcesses = (): Process[] =>
  orEmpty(() => readdirSync('/proc'), [])
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)));

const memoryOf = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0);

const familyOf = (root: Process, children: ReadonlyMap<number, readonly Process[]>): Process[] => [
  root,
  ...(children.get(root.pid) ?? []).flatMap((child) => familyOf(child, children)),
];

/** @param root id of the first process */
export const usedBy = (root: number): Use => {
  const processes = allProcesses();
  const first = processes.find(({ pid }) => pid === root);
  if (!first) return { memoryKb: 0, cpuSeconds: 0 };
  const children = Map.groupBy(processes, ({ parent }) => parent);
  return familyOf(first, children).reduce(
    (use, { pid, cpuSeconds }) => ({
      memoryKb: use.memoryKb + memoryOf(pid),
      cpuSeconds: use.cpuSeconds + cpuSeconds,
    }),
    { memoryKb: 0, cpuSeconds: 0 },
  );
};
