/** Rules of the check in the cases that a tree of files would not show. */
import { describe, expect, test } from 'vitest';
import { checkLibrary } from '../../../src/domain/checks/index.ts';
import type { ContentEntry } from '../../../src/domain/entries.ts';
import { entry, libraryOf, TODAY } from '../../fixtures/entries.ts';

const check = (
  entries: readonly ContentEntry[],
  given: { media?: readonly string[]; drawings?: Readonly<Record<string, string>> } = {},
): string[] =>
  checkLibrary({
    library: libraryOf(entries, given),
    today: TODAY,
    drawings: new Map(Object.entries(given.drawings ?? {})),
    name: 'content',
  }).map(({ code, field }) => `${code} ${field ?? '-'}`);

const secret = entry('resources', 'secret', { audience: 'internal' });
const SECRET_LINK = '[a](/resources/secret/)';

describe('who may refer to whom', () => {
  test.each([
    ['public', 'internal', true],
    ['partner', 'internal', true],
    ['internal', 'internal', false],
    ['public', 'partner', true],
    ['partner', 'partner', false],
    ['internal', 'public', false],
    ['public', 'public', false],
  ])('%s to %s', (audience, target, isProblem) => {
    const entries = [
      entry('resources', 'a', { audience, related: ['b'] }, '[b](/resources/b/)'),
      entry('resources', 'b', { audience: target }),
    ];
    expect(check(entries)).toEqual(
      isProblem ? ['PUBLIC_REFERS_TO_INTERNAL body', 'PUBLIC_REFERS_TO_INTERNAL related.0'] : [],
    );
  });

  test('a field for colleagues may name what is for colleagues', () => {
    expect(check([entry('pricing-faqs', 'a', { audience: 'public', internal_note: SECRET_LINK }), secret])).toEqual([]);
    expect(check([entry('pricing-faqs', 'a', { audience: 'public', public_answer: SECRET_LINK }), secret])).toEqual([
      'PUBLIC_REFERS_TO_INTERNAL public_answer',
    ]);
  });

  test('a tag that readers may not see is dropped for them; what the page is about is not', () => {
    const rival = entry('competitors', 'rival');
    expect(check([entry('resources', 'a', { audience: 'public', competitors: ['rival'] }), rival])).toEqual([]);
    expect(check([entry('battlecards', 'a', { audience: 'public', competitor: 'rival' }), rival])).toEqual([
      'PUBLIC_REFERS_TO_INTERNAL competitor',
    ]);
  });

  test('a draft may still be wrong in this, but not name what does not exist', () => {
    expect(
      check([entry('resources', 'a', { status: 'draft', audience: 'public', related: ['secret'] }), secret]),
    ).toEqual([]);
    expect(check([entry('resources', 'a', { status: 'draft', related: ['gone'] })])).toEqual([
      'UNKNOWN_REFERENCE related.0',
    ]);
  });

  test('what an entry replaces may be archived', () => {
    const old = entry('resources', 'old', { status: 'archived' });
    expect(check([entry('resources', 'a', { supersedes: ['old'] }), old])).toEqual([]);
    expect(check([entry('resources', 'a', { related: ['old'] }), old])).toEqual(['REFERENCE_NOT_LIVE related.0']);
  });
});

describe('claims', () => {
  const cites = (expires_on: string | undefined) =>
    check([entry('objections', 'a', { proof: ['c'] }), entry('claims', 'c', { expires_on })]);
  test.each([
    ['2026-11-21', ['CLAIM_EXPIRED proof.0']],
    [TODAY, ['CLAIM_EXPIRED proof.0']],
    ['2026-11-23', []],
    [undefined, []],
  ])('that expire on %s', (on, expected) => expect(cites(on)).toEqual(expected));

  test('an expired claim that nothing cites is no problem', () => {
    expect(check([entry('claims', 'c', { expires_on: '2020-01-01' })])).toEqual([]);
  });

  test.each([
    ['It takes 90 days', true],
    ['Costs $1,200 more', true],
    ['38% slower', true],
    ['Founded in 2019', false],
    ['Needs SOC2 and ISO-27001', false],
    ['No figure here', false],
    ['It takes {claim:c}', false],
  ])('%j states a figure: %s', (text, states) => {
    const entries = [entry('battlecards', 'a', { weaknesses: [{ text }] }), entry('claims', 'c')];
    expect(check(entries)).toEqual(states ? ['CLAIM_MISSING weaknesses.0.text'] : []);
    expect(check([entry('battlecards', 'a', { weaknesses: [{ text, claim: 'c' }] }), entry('claims', 'c')])).toEqual(
      [],
    );
  });
});

describe('kits', () => {
  const items = (...ids: string[]) => ids.map((asset) => ({ asset }));
  test('must have something for everyone who can open them', () => {
    const partnerOnly = entry('resources', 'partner-only', { audience: 'partner' });
    expect(check([entry('kits', 'k', { audience: 'partner', items: items('partner-only') }), partnerOnly])).toEqual([]);
    expect(check([entry('kits', 'k', { audience: 'public', items: items('partner-only') }), partnerOnly])).toEqual([
      'EMPTY_KIT items',
      'PUBLIC_REFERS_TO_INTERNAL items.0.asset',
    ]);
    expect(check([entry('kits', 'k', { items: [] })])).toEqual(['EMPTY_KIT items']);
    expect(check([entry('kits', 'k', { items: 'all' })])).toEqual(['EMPTY_KIT items']);
    expect(check([entry('kits', 'k', { status: 'draft' })])).toEqual([]);
  });
});

describe('former addresses', () => {
  test.each([
    [['b'], ['ALIAS_TAKEN aliases.0']],
    [['/resources/b/'], ['ALIAS_TAKEN aliases.0']],
    [['/resources/b'], ['ALIAS_TAKEN aliases.0']],
    [['old', 'old'], ['ALIAS_TAKEN aliases.1']],
    [['/search/'], ['ALIAS_TAKEN aliases.0']],
    [['/library/'], ['ALIAS_TAKEN aliases.0']],
    [['/resources/'], ['ALIAS_TAKEN aliases.0']],
    [['/'], ['ALIAS_TAKEN aliases.0']],
    [['old', '/old/'], []],
    [[1, { a: 1 }], []],
    ['old', []],
  ])('%j', (aliases, expected) => {
    expect(check([entry('resources', 'a', { aliases }), entry('resources', 'b')])).toEqual(expected);
  });
});

describe('names of customers', () => {
  const study = (consent: unknown) =>
    entry('case-studies', 's', {
      audience: 'public',
      customer: 'Northgate Foods',
      anonymised_name: 'a wholesaler',
      consent,
    });
  const quote = (audience: string, field = 'summary') =>
    entry('resources', 'a', { audience, [field]: field === 'keywords' ? ['Northgate'] : 'As Northgate says' });
  test('must not slip out while the customer may not be named', () => {
    expect(check([study({ scope: 'anonymised' }), quote('public')])).toEqual(['CUSTOMER_NAMED summary']);
    expect(check([study({ scope: 'none' }), quote('partner', 'keywords')])).toEqual(['CUSTOMER_NAMED keywords.0']);
    expect(check([study(undefined), quote('public')])).toEqual(['CUSTOMER_NAMED summary']);
    expect(check([study({ scope: 'named' }), quote('public')])).toEqual([]);
    expect(check([study({ scope: 'none' }), quote('internal')])).toEqual([]);
    // The owner of a public entry is for colleagues.
    expect(check([study({ scope: 'none' }), quote('public', 'owner')])).toEqual([]);
  });
  test('a consent that lapsed is told where it changes a build', () => {
    const lapsed = { scope: 'named', expires_on: '2026-11-21' };
    expect(check([study(lapsed)])).toEqual(['CONSENT_LAPSED consent.expires_on']);
    expect(check([entry('case-studies', 's', { customer: 'Northgate', consent: lapsed })])).toEqual([]);
  });
});

describe('reviews', () => {
  test.each([
    ['2026-01-01', undefined, []],
    ['2025-11-22', undefined, []],
    ['2025-11-21', undefined, ['REVIEW_OVERDUE reviewed_on']],
    ['2026-11-01', 20, ['REVIEW_OVERDUE reviewed_on']],
    ['2026-11-02', 20, []],
    // What does not fit the schema is reported elsewhere, and must not end the check.
    ['March 2026', undefined, []],
    ['2026-02-30', undefined, []],
    ['2026-01-01', -1, []],
    ['2026-01-01', Number.NaN, []],
    ['2026-01-01', Number.MAX_VALUE, []],
    ['2026-01-01', 'often', []],
  ])('reviewed on %s, every %s', (reviewed_on, review_every, expected) => {
    expect(check([entry('resources', 'a', { reviewed_on, review_every })])).toEqual(expected);
  });
});

describe('markup that never reaches a page', () => {
  test.each([
    '<script>x</script>',
    '<SCRIPT SRC=x>',
    '<svg:script>',
    '<img src="a" onerror=alert(1)>',
    '<img/onerror=alert(1)>',
    '<iframe src="https://x.example">',
    '<style>a{}</style>',
    '<meta http-equiv="refresh">',
    '<base href="/">',
    '[a](javascript:alert(1))',
    '<a href="&#106;avascript:alert(1)">',
    '<a href="java\tscript:alert(1)">',
    "<a href='vbscript:x'>",
    '![a](data:image/svg+xml,x)',
  ])('%s is told', (text) => {
    expect(check([entry('resources', 'a', {}, text)]).filter((problem) => problem.startsWith('UNSAFE'))).not.toEqual(
      [],
    );
  });

  test.each(['Use on = off', '5 < 6 and on x = y', 'Say "data: none"', '`code` & more', '&#99999999; &#x110000;'])(
    '%s is not',
    (text) => {
      expect(check([entry('resources', 'a', {}, text)])).toEqual([]);
    },
  );
});

describe('the media folder', () => {
  const used = entry('resources', 'a', { file: 'media/deck.pptx' }, '![A chart](../../media/chart.PNG)');

  test('holds what entries and the brand use, in types that pages offer', () => {
    expect(check([used], { media: ['deck.pptx', 'chart.PNG'] })).toEqual([]);
  });

  test.each([
    ['old.png', 'UNUSED_MEDIA -'],
    ['tool.exe', 'MEDIA_TYPE -'],
    ['no-ending', 'MEDIA_TYPE -'],
    ['page.html', 'MEDIA_TYPE -'],
  ])('%s is told', (path, problem) => {
    expect(check([used], { media: ['deck.pptx', 'chart.PNG', path] })).toEqual([problem]);
  });
});

describe('drawings', () => {
  const drawn = (inside: string) =>
    check([entry('resources', 'a', {}, '![A drawing](../../media/a.svg)')], {
      media: ['a.svg'],
      drawings: { 'a.svg': `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>` },
    });
  test.each([
    '<script>x</script>',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
    '<path onclick="x"/>',
    '<foreignObject><body/></foreignObject>',
    '<a href="javascript:x"/>',
    '<a xlink:href="&#x6a;avascript:x"/>',
    '<animate attributeName="href" to="javascript:x"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<!ENTITY x "y">',
  ])('%s is unsafe', (inside) => expect(drawn(inside)).toEqual(['UNSAFE_FILE -']));

  test.each([
    '<style>.a{fill:red}</style><path class="a"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<title>On = off</title>',
    '<metadata/>',
  ])('%s is fine', (inside) => expect(drawn(inside)).toEqual([]));
});
