import { expect, test } from 'vitest';
import { snippetParts, variablesIn } from '../../../src/domain/snippets.ts';

const plain = (text: string) => ({ text, isVariable: false });
const variable = (text: string) => ({ text, isVariable: true });

test.each([
  [
    'Hello {{first name}}, it is {{ day }}.',
    [plain('Hello '), variable('first name'), plain(', it is '), variable('day'), plain('.')],
  ],
  ['{{a}}{{b}}', [variable('a'), variable('b')]],
  ['None', [plain('None')]],
  ['{{}} {{ }} {a} {{a}', [plain('{{}} {{ }} {a} {{a}')]],
  ['{{{a}}}', [plain('{'), variable('a'), plain('}')]],
  ['', []],
])('%j', (text, parts) => {
  expect(snippetParts(text)).toEqual(parts);
});

test('each variable is named once, in the order of reading', () => {
  expect(variablesIn('{{b}} {{ a }} {{b }}')).toEqual(['b', 'a']);
});

test('an opening without an end does not stop it', () => {
  const begun = performance.now();
  snippetParts(`{{${' '.repeat(20_000)}`);
  variablesIn(`{{${'a '.repeat(20_000)}`);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
