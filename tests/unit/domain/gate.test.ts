/** What a build may contain: the promise of this product, so every cell of the tables is tested. */
import { describe, expect, test } from 'vitest';
import { allEntries, type ContentEntry } from '../../../src/domain/entries.ts';
import { anonymousId, gate, type Build } from '../../../src/domain/gate.ts';
import { AUDIENCES, STATUSES, type Audience } from '../../../src/schemas/fields.ts';
import { fieldPlan } from '../../../src/schemas/field-plan.ts';
import { collectionNames } from '../../../src/domain/entries.ts';
import { entry, libraryOf, TODAY } from '../../fixtures/entries.ts';

const build = (audience: Audience, more: Partial<Build> = {}): Build => ({
  audience,
  today: TODAY,
  drafts: false,
  ...more,
});

const keysIn = (entries: readonly ContentEntry[], given: Build, media: readonly string[] = []): string[] =>
  [...allEntries(gate(libraryOf(entries, { media }), given))].map(({ collection, id }) => `${collection}/${id}`).sort();

const only = (entries: readonly ContentEntry[], given: Build, id: string): ContentEntry | undefined =>
  [...allEntries(gate(libraryOf(entries), given))].find((kept) => kept.id === id);

describe('an entry’s audience', () => {
  const table = [
    ['public', { public: true, partner: true, internal: true }],
    ['partner', { public: false, partner: true, internal: true }],
    ['internal', { public: false, partner: false, internal: true }],
    // Whatever is not one of the three words must never open an entry.
    [undefined, { public: false, partner: false, internal: true }],
    ['Public', { public: false, partner: false, internal: true }],
    [['public'], { public: false, partner: false, internal: true }],
    [null, { public: false, partner: false, internal: true }],
  ] as const;
  test.each(table)('%j', (audience, expected) => {
    for (const reader of AUDIENCES) {
      expect(keysIn([entry('resources', 'a', { audience })], build(reader)), reader).toEqual(
        expected[reader] ? ['resources/a'] : [],
      );
    }
  });

  test('that is no audience closes even what is open by default', () => {
    expect(keysIn([entry('personas', 'a')], build('public'))).toEqual(['personas/a']);
    for (const audience of ['Public', 'everyone', 7, null, ['public']]) {
      expect(keysIn([entry('personas', 'a', { audience })], build('public')), String(audience)).toEqual([]);
    }
  });

  test('defaults to internal for all but calculators and the vocabulary that faces buyers', () => {
    const open = collectionNames().filter(
      (name) => keysIn([entry(name, 'a', { consent: { scope: 'named' } })], build('public')).length > 0,
    );
    expect(open).toEqual([
      'calculators',
      'stages',
      'personas',
      'industries',
      'company-sizes',
      'regions',
      'products',
      'use-cases',
      'synonyms',
    ]);
  });
});

describe('status', () => {
  test.each(STATUSES.flatMap((status) => AUDIENCES.map((reader) => [status, reader] as const)))(
    '%s in the %s build',
    (status, reader) => {
      const entries = [entry('resources', 'a', { status, audience: 'public' })];
      expect(keysIn(entries, build(reader))).toEqual(status === 'approved' ? ['resources/a'] : []);
      const whileWriting = status !== 'archived';
      expect(keysIn(entries, build(reader, { drafts: true }))).toEqual(whileWriting ? ['resources/a'] : []);
    },
  );

  test('that says nothing is a draft', () => {
    expect(keysIn([entry('resources', 'a', { status: undefined, audience: 'public' })], build('internal'))).toEqual([]);
    expect(keysIn([entry('resources', 'a', { status: 'aproved', audience: 'public' })], build('internal'))).toEqual([]);
  });

  test('of a draft does not widen its audience', () => {
    expect(
      keysIn([entry('resources', 'a', { status: 'draft', audience: 'internal' })], build('public', { drafts: true })),
    ).toEqual([]);
  });
});

describe('dates', () => {
  const YESTERDAY = '2026-11-21';
  const TOMORROW = '2026-11-23';
  test.each([
    ['published yesterday', { publish_on: YESTERDAY }, true],
    ['published today', { publish_on: TODAY }, true],
    ['published tomorrow', { publish_on: TOMORROW }, false],
    ['expires tomorrow', { expires_on: TOMORROW }, true],
    ['expires today', { expires_on: TODAY }, false],
    ['expired yesterday', { expires_on: YESTERDAY }, false],
    ['published today, expires tomorrow', { publish_on: TODAY, expires_on: TOMORROW }, true],
    ['published tomorrow, expires yesterday', { publish_on: TOMORROW, expires_on: YESTERDAY }, false],
  ])('%s', (_, dates, live) => {
    for (const reader of AUDIENCES) {
      expect(keysIn([entry('resources', 'a', { audience: 'public', ...dates })], build(reader))).toEqual(
        live ? ['resources/a'] : [],
      );
    }
  });
});

test('an entry that does not fit its schema is in no build', () => {
  const wrong = { ...entry('resources', 'a', { audience: 'public' }), valid: false };
  for (const reader of AUDIENCES) expect(keysIn([wrong], build(reader, { drafts: true }))).toEqual([]);
});

describe('fields', () => {
  const card = entry('battlecards', 'card', {
    audience: 'public',
    title: 'Card',
    owner: 'Enablement',
    won: 3,
    do_not_say: ['No'],
    weaknesses: [{ text: 'Slow' }],
    trap_questions: [{ question: 'When?' }],
    pipeline_stages: ['closing'],
    we_win_when: ['They are in a hurry'],
  });
  const terms = [entry('pipeline-stages', 'closing')];

  test.each([
    ['public', ['audience', 'status', 'title', 'we_win_when']],
    ['partner', ['audience', 'status', 'title', 'trap_questions', 'we_win_when', 'weaknesses']],
    [
      'internal',
      [
        'audience',
        'do_not_say',
        'owner',
        'pipeline_stages',
        'status',
        'title',
        'trap_questions',
        'we_win_when',
        'weaknesses',
        'won',
      ],
    ],
  ] as const)('of the %s build', (reader, fields) => {
    expect(Object.keys(only([card, ...terms], build(reader), 'card')?.data ?? {}).sort()).toEqual(fields);
  });

  test('leaves the library that it was given as it was', () => {
    const before = structuredClone(card);
    gate(libraryOf([card]), build('public'));
    expect(card).toEqual(before);
  });

  // The schema is what says who may see a field: no field of any type may be forgotten by the walk.
  const guarded = collectionNames().flatMap((collection) =>
    fieldPlan(collection).flatMap(({ path, audience }) =>
      audience === undefined ? [] : [[collection, path.join('.'), audience] as const],
    ),
  );
  test('that are guarded are many', () => expect(guarded.length).toBeGreaterThan(50));
  test.each(guarded)('%s %s is for %s', (collection, field, audience) => {
    const secret = 'a secret of ours';
    const data = {
      audience: 'public',
      consent: { scope: 'named' },
      [field]: field === 'consent' ? { scope: 'named', expires_on: secret } : secret,
    };
    expect(field, 'guarded fields are tested at the top level').not.toContain('.');
    for (const reader of AUDIENCES) {
      const kept = JSON.stringify(only([entry(collection, 'a', data)], build(reader), 'a') ?? {});
      const maySee = AUDIENCES.indexOf(reader) >= AUDIENCES.indexOf(audience);
      if (!maySee) expect(kept, reader).not.toContain(secret);
      else if (fieldPlan(collection).every(({ path, refersTo }) => path[0] !== field || refersTo === undefined))
        expect(kept, reader).toContain(secret);
    }
  });
});

describe('references', () => {
  const secret = entry('resources', 'secret', { audience: 'internal' });
  const open = entry('resources', 'open', { audience: 'public' });
  const claim = entry('claims', 'secret-claim', { audience: 'internal' });

  test('to what the build does not hold are dropped, so that not even an id is left', () => {
    const from = entry('objections', 'from', {
      audience: 'public',
      related: ['secret', 'open'],
      send: ['secret'],
      proof: ['secret-claim'],
      competitors: ['rival'],
    });
    const entries = [from, secret, open, claim, entry('competitors', 'rival')];
    const outside = only(entries, build('public'), 'from');
    expect(outside?.data['related']).toEqual(['open']);
    expect(JSON.stringify(outside)).not.toMatch(/secret|rival/);
    expect(only(entries, build('internal'), 'from')?.data).toEqual(from.data);
  });

  test('that an item of a list is about take the item with them', () => {
    const kit = entry('kits', 'kit', {
      audience: 'public',
      items: [
        { asset: 'secret', why: 'It closes the deal' },
        { asset: 'open', why: 'It opens it' },
      ],
    });
    expect(only([kit, secret, open], build('public'), 'kit')?.data['items']).toEqual([
      { asset: 'open', why: 'It opens it' },
    ]);
  });

  test('that an item of a list can do without leave the item', () => {
    const page = entry('one-pagers', 'page', {
      audience: 'public',
      benefits: [{ text: 'Faster', claim: 'secret-claim' }],
    });
    expect(only([page, claim], build('public'), 'page')?.data['benefits']).toEqual([{ text: 'Faster' }]);
  });

  test('to a draft are dropped', () => {
    const from = entry('resources', 'from', { audience: 'public', related: ['later'] });
    expect(
      only([from, entry('resources', 'later', { status: 'draft', audience: 'public' })], build('public'), 'from')?.data[
        'related'
      ],
    ).toEqual([]);
  });
});

describe('media', () => {
  const entries = [
    entry('resources', 'open', { audience: 'public', file: 'media/guide.pdf' }, '![a](../../media/shown.png)'),
    entry(
      'resources',
      'secret',
      { audience: 'internal', file: 'plan.pdf' },
      '![a](../../media/hidden.png) <img src="/media/raw.png" alt="b">',
    ),
    entry('pricing-faqs', 'faq', { audience: 'public', internal_note: '![a](/media/note.png)' }),
  ];
  const all = ['guide.pdf', 'shown.png', 'hidden.png', 'raw.png', 'plan.pdf', 'note.png', 'nobodys.png', 'logo.svg'];
  const kept = (reader: Audience) =>
    [
      ...gate(
        libraryOf(entries, {
          media: all,
          settings: {
            brand: { name: 'A', tagline: 'B', accent: '#000000', accent_dark: '#ffffff', logo: 'media/logo.svg' },
          },
        }),
        build(reader),
      ).media.keys(),
    ].sort();

  test('is what an included entry, or the brand, shows', () => {
    expect(kept('public')).toEqual(['guide.pdf', 'logo.svg', 'shown.png']);
    expect(kept('internal')).toEqual([
      'guide.pdf',
      'hidden.png',
      'logo.svg',
      'note.png',
      'plan.pdf',
      'raw.png',
      'shown.png',
    ]);
  });
});

describe('evidence under an NDA', () => {
  const answer = entry('security-answers', 'a', {
    audience: 'public',
    evidence: [
      { label: 'Report', url: 'https://secret.example/report', file: 'report.pdf', nda: true },
      { label: 'Certificate', url: 'https://open.example', nda: false },
    ],
  });
  test('is named outside without its address', () => {
    expect(only([answer], build('partner'), 'a')?.data['evidence']).toEqual([
      { label: 'Report', nda: true },
      { label: 'Certificate', url: 'https://open.example', nda: false },
    ]);
    expect(only([answer], build('internal'), 'a')?.data).toEqual(answer.data);
  });
});

describe('consent', () => {
  const study = (consent: unknown, more: Readonly<Record<string, unknown>> = {}) =>
    entry(
      'case-studies',
      'northgate-foods',
      {
        audience: 'public',
        title: 'How Northgate closed in four days',
        customer: 'Northgate Foods',
        anonymised_name: 'a food wholesaler',
        challenge: 'At NORTHGATE it took long.',
        keywords: ['northgate'],
        logo: 'northgate.png',
        aliases: ['northgate'],
        quotes: [
          { text: 'Northgate is glad', role: 'CFO', consent: true },
          { text: 'Between us', role: 'CTO' },
        ],
        results: [{ metric: 'Northgate’s time to close', after: '4' }],
        consent,
        ...more,
      },
      'Northgate Foods did it.',
    );
  const shown = (consent: unknown, reader: Audience, more = {}) =>
    [...allEntries(gate(libraryOf([study(consent, more)]), build(reader)))][0];

  const PAST = '2026-11-21';
  const table = [
    ['named', { scope: 'named' }, 'named'],
    ['named until today', { scope: 'named', expires_on: TODAY }, 'named'],
    ['named until yesterday', { scope: 'named', expires_on: PAST }, 'anonymised'],
    ['anonymised', { scope: 'anonymised' }, 'anonymised'],
    ['anonymised until yesterday', { scope: 'anonymised', expires_on: PAST }, 'none'],
    ['none', { scope: 'none' }, 'none'],
    ['left out', undefined, 'none'],
    ['a word that is none', { scope: 'all' }, 'none'],
    ['yes', true, 'none'],
  ] as const;
  test.each(table.flatMap((row) => (['public', 'partner'] as const).map((reader) => [...row, reader] as const)))(
    '%s: %j gives %s (%s)',
    (_, consent, outcome, reader) => {
      const entry = shown(consent, reader);
      if (outcome === 'none') expect(entry).toBeUndefined();
      else expect(entry?.id).toBe(outcome === 'named' ? 'northgate-foods' : anonymousId('northgate-foods'));
      if (outcome === 'anonymised') expect(JSON.stringify({ ...entry, file: '' })).not.toMatch(/northgate/i);
      expect(JSON.stringify(entry ?? {})).not.toContain('Between us');
    },
  );

  test.each(table)('inside, %s changes nothing', (_, consent) => {
    expect(shown(consent, 'internal')).toEqual(study(consent));
  });

  test('without an anonymised name, a lapsed story is not told', () => {
    const more = { anonymised_name: undefined };
    expect(shown({ scope: 'named', expires_on: PAST }, 'public', more)).toBeUndefined();
    expect(shown({ scope: 'anonymised' }, 'public', more)).toBeUndefined();
  });

  test('references follow an anonymised story to its new id', () => {
    const from = entry('resources', 'from', { audience: 'public', related: ['northgate-foods'] });
    expect(only([from, study({ scope: 'anonymised' })], build('public'), 'from')?.data['related']).toEqual([
      anonymousId('northgate-foods'),
    ]);
  });
});
