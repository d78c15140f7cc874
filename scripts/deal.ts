/** `npm run deal -- --industry … --stage … --member …`: what the deal desk answers, on the command line. */
import { answerDeal, renameAssets } from '../src/domain/deal/answer.ts';
import { collectDesk } from '../src/domain/deal/collect-desk.ts';
import { readLibrary } from '../src/library/read-library.ts';
import { Refused } from './refused.ts';
import { readContext, readOptions } from './deal/options.ts';
import { asText } from './deal/report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const { library, ui } = await readLibrary(options.audience);
  const { desk: columns, names, briefs } = collectDesk(library, ui);
  const desk = { stamp: '', ...columns };
  const context = readContext(desk, options);
  const answer = answerDeal(desk, context, { audience: options.audience, today: library.today });
  console.log(
    options.format === 'json'
      ? JSON.stringify({ context, ...renameAssets(answer, (row) => names[row]?.key ?? '') }, undefined, 2)
      : asText({ desk, context, answer, names, briefs, labels: ui.labels.deal }),
  );
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
