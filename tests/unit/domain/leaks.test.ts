import { describe, expect, test } from 'vitest';
import {
  addSecret,
  cutWords,
  isStemOf,
  provesIn,
  Search,
  type Place,
  type SearchOptions,
  type Secret,
} from '../../../src/domain/leaks.ts';
import { wordsOf } from '../../../src/domain/words.ts';

const secret = (text: string, strength: Secret['strength'] = 'sentence'): Secret => ({
  words: wordsOf(text).join(' '),
  strength,
  origins: [{ file: 'content/x.md', field: 'body' }],
});

const found = (secrets: readonly Secret[], text: string, options: SearchOptions = { place: 'text' }): string[] => {
  const words: string[] = [];
  new Search(secrets).search(text, options, (leak) => words.push(leak.secret.words));
  return words;
};

const SENTENCE = 'They fear that the controller loses face';
const page: SearchOptions = { place: 'text', markup: true };

describe('a text is found', () => {
  test.each([
    ['alone', SENTENCE],
    ['at the end', `And so on: ${SENTENCE}`],
    ['with other punctuation and case', 'they FEAR — that “the controller” loses\n  face!'],
    ['after a false start', `They fear that They fear that the controller loses face`],
  ])('%s', (_where, text) => {
    expect(found([secret(SENTENCE)], text)).toEqual([secret(SENTENCE).words]);
  });

  test.each([1, 2, 3, 4, 5, 12, 32])('of %i words', (length) => {
    const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
    const wanted = words.slice(3, 3 + length).join(' ');
    expect(found([secret(wanted)], words.join(' '))).toEqual([wanted]);
  });

  test('among many that end alike', () => {
    const many = Array.from({ length: 500 }, (_, i) => secret(`Asset ${i} helps finance teams close sooner`));
    expect(found(many, 'Asset 321 helps finance teams close sooner')).toEqual([
      'asset 321 helps finance teams close sooner',
    ]);
  });

  test('and inside a longer one that is found too', () => {
    expect(found([secret('controller loses'), secret(SENTENCE)], SENTENCE)).toEqual([
      'controller loses',
      secret(SENTENCE).words,
    ]);
  });

  test('with its place in the text', () => {
    const text = `Say: ${SENTENCE}.`;
    new Search([secret(SENTENCE)]).search(text, { place: 'text' }, ({ start, end }) =>
      expect(text.slice(start, end)).toBe(SENTENCE),
    );
    expect.assertions(1);
  });
});

describe('a text is not found', () => {
  test.each([
    ['as part of a word', [secret('wren', 'name')], 'Pocketwrens and wrenches'],
    ['with a word missing', [secret(SENTENCE)], 'They fear that the controller face'],
    ['across the end of a sentence', [secret('close faster', 'phrase')], 'Books close. Faster teams win.'],
    ['across two labels', [secret('security review', 'phrase')], 'IT security · Review overdue'],
  ])('%s', (_where, secrets, text) => {
    expect(found(secrets, text)).toEqual([]);
  });
});

describe('in a page', () => {
  test.each([
    ['through marks in the text', '<p>They <em>fear</em> that <a href="/x/">the controller</a> loses<br>face</p>'],
    ['through marks inside words', '<p>They fear that the con<b>trol</b>ler lo<wbr>ses<!-- --> face</p>'],
    ['in an attribute', '<img alt="They fear that the controller loses face">'],
    ['in an attribute with a > before it', '<img title="a > b" alt="They fear that the controller loses face">'],
    ['in a remark', '<!-- They fear that the controller loses face -->'],
    ['in a script', '<script type="application/json">["They fear that the controller loses face"]</script>'],
    ['in a script with a < in it', '<script>if(a<b)say("They fear that the controller loses face")</script>'],
    ['beside a < that begins no tag', '<p>1 < 2. They fear that the controller loses face</p>'],
    ['in a tag that never ends', '<img alt="They fear that the controller loses face'],
  ])('a text is found %s', (_where, html) => {
    expect(new Set(found([secret(SENTENCE)], html, page))).toEqual(new Set([secret(SENTENCE).words]));
  });

  test.each([
    ['blocks', '<h3>Books close</h3><p>Faster teams</p>'],
    ['labels', '<span>Books close</span> <span>Faster teams</span>'],
    ['attributes', '<a title="close" class="faster">x</a>'],
    ['strings of data', '<script type="application/json">{"a":"close","faster":1}</script>'],
  ])('words of different %s are not one text', (_what, html) => {
    expect(found([secret('close faster', 'phrase')], html, page)).toEqual([]);
  });

  test('one word of a script proves nothing, one in data does', () => {
    const name = secret('Pocketwren', 'name');
    expect(found([name], '<script>var pocketwren=1</script>', page)).toEqual([]);
    expect(found([name], '<script type="application/json">["pocketwren"]</script>', page)).toEqual(['pocketwren']);
  });
});

describe('what a find proves', () => {
  const places: Place[] = ['text', 'data', 'markup', 'code', 'document', 'bytes', 'stems', 'vendor'];
  const proving = (one: Secret) => places.filter((place) => provesIn(one, place));

  test.each([
    ['a sentence', secret(SENTENCE), ['text', 'data', 'markup', 'code', 'document', 'bytes', 'vendor']],
    ['a name', secret('Pocketwren', 'name'), ['text', 'data', 'markup', 'document', 'bytes', 'stems']],
    ['a short name', secret('Wren', 'name'), ['text', 'data', 'markup', 'document', 'stems']],
    [
      'a word of no language',
      secret('zqcanary0001', 'name'),
      ['text', 'data', 'markup', 'code', 'document', 'bytes', 'stems', 'vendor'],
    ],
    ['a phrase', secret('price hold', 'phrase'), ['text', 'data', 'markup']],
    ['a long phrase', secret('stakeholder map', 'phrase'), ['text', 'data', 'markup', 'code']],
    ['a number', secret('184,250', 'number'), ['text', 'data']],
  ])('%s', (_what, one, expected) => {
    expect(proving(one)).toEqual(expected);
  });
});

test('a stem that other words share is no evidence', () => {
  const words = ['hoping', 'industries', 'industrious'];
  expect(['industri', 'hope', 'hop'].filter((stem) => isStemOf(stem, words))).toEqual(['industri', 'hope', 'hop']);
  expect(isStemOf('pocketwren', words)).toBe(false);
  expect(isStemOf('zebra', words)).toBe(false);
});

test('the same text of two entries is looked for once, with the greater strength', () => {
  const secrets = new Map<string, Secret>();
  addSecret(secrets, 'pocketwren', 'phrase', { file: 'a.md', field: 'keywords.0' });
  addSecret(secrets, 'pocketwren', 'name', { file: 'b.md', field: 'label' });
  addSecret(secrets, 'pocketwren', 'phrase', { file: 'b.md', field: 'label' });
  expect([...secrets.values()]).toEqual([
    {
      words: 'pocketwren',
      strength: 'name',
      origins: [
        { file: 'a.md', field: 'keywords.0' },
        { file: 'b.md', field: 'label' },
      ],
    },
  ]);
});

test('long texts are cut, the last part full again', () => {
  const words = Array.from({ length: 70 }, (_, i) => `w${i}`);
  expect(cutWords(words).map((part) => [part[0], part.length])).toEqual([
    ['w0', 32],
    ['w32', 32],
    ['w38', 32],
  ]);
  expect(cutWords(['a', 'b'])).toEqual([['a', 'b']]);
});
