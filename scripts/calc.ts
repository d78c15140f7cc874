/** `npm run calc -- <file or id>`: works a calculator out on the command line, as its page does. */
import { calculate, compile } from '../src/domain/calculators/calculate.ts';
import { loadWords } from '../src/library/load-library.ts';
import { site } from '../src/site.ts';
import { readChoices } from './calc/choices.ts';
import { Refused } from './refused.ts';
import { readDefinition } from './calc/read-definition.ts';
import { readOptions } from './calc/options.ts';
import { asJson, asTable } from './calc/report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const { settings, labels } = await loadWords(site.contentFolder, site.shippedFolder);
  const definition = await readDefinition(options.calculator, site.contentFolder);
  const formatting = { locale: definition.locale ?? settings.locale, currency: definition.currency, labels };
  const model = compile(definition);
  const choices = readChoices(model, options, formatting);
  const result = calculate(model, choices);
  console.log(options.format === 'json' ? asJson(result) : asTable(model, result, formatting));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
