/** Briefs: what is suggested and why, what is at hand, and the draft that they open. */
import { describe, expect, test } from 'vitest';
import { briefOf, briefSource, type Brief } from '../../../../src/domain/coverage/brief.ts';
import { briefHeading, briefText, draftPath, missingText } from '../../../../src/domain/coverage/brief-words.ts';
import type { Gap } from '../../../../src/domain/coverage/measure.ts';
import type { SiteEntry } from '../../../../src/domain/site-library.ts';
import { siteEntry, siteLibraryOf, uiOf } from '../../../fixtures/views.ts';

const TERMS = [
  siteEntry('stages', 'decision', {
    label: 'Decision',
    buyer_question: 'Can we defend it?',
    content_that_works: ['Short talks', 'Case studies from the same industry', 'Comparison guides'],
  }),
  siteEntry('stages', 'awareness', {
    label: 'Awareness',
    buyer_question: 'What does it cost?',
    content_that_works: ['Comparison guides'],
  }),
  siteEntry('personas', 'legal', {
    label: 'Legal',
    titles: ['Counsel'],
    cares_about: ['Few surprises.'],
    questions: [{ stage: 'decision', question: 'Which clauses can move?' }],
  }),
  siteEntry('personas', 'champion', { label: 'Champion' }),
  siteEntry('industries', 'care', { label: 'Care' }),
  siteEntry('industries', 'retail', { label: 'Retail' }),
];

const GAP: Gap = {
  stage: 'decision',
  persona: 'legal',
  industry: 'care',
  target: { assets: 3, own: 1 },
  has: { fit: 1, own: 0 },
  value: 2,
};

const tags = { stages: ['decision'], personas: ['legal'] };

const citing = (entry: SiteEntry, ...cites: string[]): SiteEntry => {
  entry.data.cites.push(...cites);
  return entry;
};

const read = (gap: Partial<Gap>, ...assets: readonly SiteEntry[]) => {
  const library = siteLibraryOf([...TERMS, ...assets], 'internal');
  const ui = uiOf(library);
  const brief = briefOf(
    briefSource(library, ui, () => true),
    { ...GAP, ...gap },
  );
  if (!brief) throw new Error('There is no brief.');
  return { ui, brief };
};

const suggested = ({ suggestion: { type, format, reasons } }: Brief) => [type, format, reasons.map(({ kind }) => kind)];

describe('the suggested type', () => {
  test('is the one that the stage names', () => {
    expect(suggested(read({}).brief)).toEqual(['case-studies', undefined, ['works', 'none here']]);
  });

  test('is a resource of the format that the stage names', () => {
    expect(suggested(read({ stage: 'awareness' }).brief)).toEqual([
      'resources',
      'comparison guide',
      ['works', 'none here'],
    ]);
  });

  test('is what the reader has in other industries, if that says more', () => {
    const pagers = ['a', 'b', 'c'].map((id) => siteEntry('one-pagers', id, { ...tags, industries: ['retail'] }));
    const { brief, ui } = read({}, ...pagers);
    expect(suggested(brief)).toEqual(['one-pagers', undefined, ['elsewhere', 'none here']]);
    expect(briefText(ui, brief)).toContain('Legal has 3 of these at this stage in other industries.');
  });

  test('for every industry, is what other readers have at the stage', () => {
    const snippets = ['a', 'b'].map((id) =>
      siteEntry('snippets', id, { stages: ['decision'], personas: ['champion'] }),
    );
    expect(suggested(read({ industry: undefined }, ...snippets).brief)).toEqual([
      'snippets',
      undefined,
      ['others', 'none here'],
    ]);
  });

  test('is never a battlecard or a calculator, and a resource where nothing speaks for anything', () => {
    const cards = ['a', 'b'].map((id) => siteEntry('battlecards', id, { ...tags, industries: ['retail'] }));
    expect(suggested(read({ stage: 'decision' }, ...cards).brief)[0]).toBe('case-studies');
    const library = siteLibraryOf([siteEntry('stages', 's'), siteEntry('personas', 'p')], 'internal');
    const brief = briefOf(
      briefSource(library, uiOf(library), () => true),
      { ...GAP, stage: 's', persona: 'p', industry: undefined },
    );
    expect(brief && suggested(brief)).toEqual(['resources', undefined, []]);
  });
});

test('the question is the reader’s own, and otherwise the stage’s', () => {
  expect(read({}).brief.question).toBe('Which clauses can move?');
  expect(read({ stage: 'awareness' }).brief.question).toBe('What does it cost?');
});

test('claims at hand are those of the same reader, the industry’s own first', () => {
  const claims = ['a', 'b', 'other'].map((id) => siteEntry('claims', id, { statement: `Claim ${id}.` }));
  const { brief } = read(
    {},
    ...claims,
    citing(siteEntry('resources', 'x', tags), 'a'),
    citing(siteEntry('resources', 'y', tags), 'a'),
    citing(siteEntry('resources', 'z', { ...tags, industries: ['care'] }), 'b'),
    citing(siteEntry('resources', 'q', { ...tags, industries: ['retail'] }), 'other'),
  );
  expect(brief.claims.map(({ id }) => id)).toEqual(['b', 'a']);
});

describe('what is missing', () => {
  test.each([
    [{ fit: 0, own: 0 }, 'Nothing fits yet; 3 are wanted.'],
    [{ fit: 1, own: 0 }, '1 fit; 3 are wanted. Nothing is made for Care; 1 wanted.'],
    [{ fit: 1, own: 1 }, '1 fit; 3 are wanted.'],
    [{ fit: 9, own: 0 }, 'Nothing is made for Care; 1 wanted.'],
  ])('%j: %s', (has, text) => {
    const { ui, brief } = read({ has });
    expect(missingText(ui, brief)).toBe(text);
  });

  test('in every industry', () => {
    const { ui, brief } = read({ industry: undefined, has: { fit: 2, own: 0 } });
    expect(missingText(ui, brief)).toBe('2 fit; 3 are wanted.');
    expect(briefHeading(ui, brief)).toBe('Legal · Decision · Every industry');
  });
});

test('a draft opens with what is known', () => {
  const { ui, brief } = read(
    {},
    citing(siteEntry('resources', 'x', tags), 'a'),
    siteEntry('claims', 'a', { statement: 'It is so.' }),
  );
  const [address = '', query = ''] = draftPath(ui, brief, 'cards').split('?');
  const values = new URLSearchParams(query);
  expect(address).toBe('/admin/#/collections/case-studies/new');
  expect(Object.fromEntries([...values].filter(([name]) => name !== 'body'))).toEqual({
    title: 'Case study for Legal, Care: Decision',
    summary: 'Which clauses can move?',
    stages: 'decision',
    personas: 'legal',
    industries: 'care',
    industry: 'care',
    products: 'cards',
  });
  // A draft does not cite what its author has not chosen.
  expect(values.get('body')).toContain('It is so. `a`');
  expect(values.get('body')).not.toContain('{claim:');
});
