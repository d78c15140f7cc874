/** How far a long step is: a bar that moves where somebody watches, nothing in a log. */
const WIDTH = 30;

/** @param label what is being done */
export const progressBar =
  (label: string, output: NodeJS.WriteStream = process.stderr) =>
  (done: number, of: number): void => {
    if (!output.isTTY || of === 0) return;
    const filled = Math.round((WIDTH * done) / of);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    output.write(`\r${label} ${bar} ${done}/${of}${done === of ? '\n' : ''}`);
  };
