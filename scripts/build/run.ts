/** Running other programs as steps of a script: their output is passed on, their failure ends the step. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export class StepFailed extends Error {}

/**
 * Runs a program of this project with the Node that runs the script.
 * @param entry path of its JavaScript or TypeScript file, from the project's folder
 * @param node Node's own options
 */
export const runNode = async (
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
): Promise<void> => {
  const child = spawn(process.execPath, [...node, path.resolve(entry), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  const exit: unknown[] = await once(child, 'exit');
  const code = exit[0];
  if (code !== 0) throw new StepFailed(`${path.basename(entry)} ${args.join(' ')} ended with code ${String(code)}`);
};

/** Runs the steps of a script; a failed one has said why itself. */
export const runSteps = async (steps: () => Promise<void>): Promise<void> => {
  try {
    await steps();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};
