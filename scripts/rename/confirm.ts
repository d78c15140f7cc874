/** A question, where there is somebody to answer it. */
import { createInterface } from 'node:readline/promises';

/** No, wherever nobody can be asked. */
export const isConfirmed = async (): Promise<boolean> => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Change these files? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
};
