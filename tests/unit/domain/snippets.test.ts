import { describe, expect, test } from 'vitest';
import {
  fillSnippet,
  linkedInShareLink,
  mailtoLink,
  openVariables,
  parseFilled,
  snippetHtml,
  snippetParts,
  variableLabel,
  variablesIn,
} from '../../../src/domain/snippets.ts';

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

describe('filling in', () => {
  const filled = { name: ' Ada ', empty: '  ', company: '{{name}} & $& Sons' };

  test.each([
    ['Hello {{name}}, {{ company }}', 'Hello Ada, {{name}} & $& Sons'],
    ['{{gone}} and {{empty}}', '{{gone}} and {{empty}}'],
    ['{{toString}} {{constructor}}', '{{toString}} {{constructor}}'],
  ])('%s', (text, shown) => {
    expect(fillSnippet(text, filled)).toBe(shown);
  });

  test('what is not filled in is counted once each', () => {
    expect(openVariables('{{name}} {{gone}} {{empty}} {{gone}}', filled)).toEqual(['gone', 'empty']);
  });
});

test.each([
  ['first_name', 'First name'],
  ['go-live_date', 'Go live date'],
  ['étage', 'Étage'],
])('%s is labelled %s', (name, label) => {
  expect(variableLabel(name)).toBe(label);
});

describe('a link for mail programs', () => {
  test('keeps line ends, and whatever could end the link early', () => {
    const link = mailtoLink('Cost & “time”\nat a#b', 'Hello Ada,\n\n100% + 1 = ?&body=no\r\nÄ 😀');
    expect(link).toBe(
      'mailto:?subject=Cost%20%26%20%E2%80%9Ctime%E2%80%9D%20at%20a%23b' +
        '&body=Hello%20Ada%2C%0D%0A%0D%0A100%25%20%2B%201%20%3D%20%3F%26body%3Dno%0D%0A%C3%84%20%F0%9F%98%80',
    );
    const { searchParams } = new URL(link.replaceAll('+', '%2B'));
    expect(searchParams.get('body')).toBe('Hello Ada,\r\n\r\n100% + 1 = ?&body=no\r\nÄ 😀');
  });

  test('needs no subject, and survives half an emoji', () => {
    expect(mailtoLink('', 'a\ud83d')).toBe('mailto:?body=a%EF%BF%BD');
  });
});

test('LinkedIn is given the whole address and nothing else', () => {
  expect(linkedInShareLink('https://a.example/x/?a=1&b=2')).toBe(
    'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fa.example%2Fx%2F%3Fa%3D1%26b%3D2',
  );
});

test.each([
  ['One\ntwo\n\n\nThree', '<p>One<br>two</p><p>Three</p>'],
  ['<img src=x> & "q"', '<p>&lt;img src=x&gt; &amp; &quot;q&quot;</p>'],
  [
    'See https://a.example/b?c=1&d=2.',
    '<p>See <a href="https://a.example/b?c=1&amp;d=2">https://a.example/b?c=1&amp;d=2</a>.</p>',
  ],
  ['(https://a.example/)', '<p>(<a href="https://a.example/">https://a.example/</a>)</p>'],
  ['https://a.example/"onclick=x', '<p><a href="https://a.example/">https://a.example/</a>&quot;onclick=x</p>'],
])('%j is formatted', (text, html) => {
  expect(snippetHtml(text)).toBe(html);
});

test.each([
  [null, {}],
  ['', {}],
  ['nonsense', {}],
  ['[1]', {}],
  ['"text"', {}],
  ['null', {}],
  ['{"a":"x","b":1,"c":{"d":"e"}}', { a: 'x' }],
  [JSON.stringify({ a: 'x'.repeat(1_001), b: 'y' }), { b: 'y' }],
])('%j in storage is read as far as it can be trusted', (kept, filled) => {
  expect(parseFilled(kept)).toEqual(filled);
});
