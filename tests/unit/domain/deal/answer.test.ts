/** What a deal is answered with beside the ranking: members, stages, plays, cards, stories, numbers, and the gaps. */
import { describe, expect, test } from 'vitest';
import { assetsIn, type DealAnswer } from '../../../../src/domain/deal/answer.ts';
import { collectDesk } from '../../../../src/domain/deal/collect-desk.ts';
import { answerOf, deskOf, resource, REVIEWED, TERMS } from '../../../fixtures/deals.ts';
import { siteEntry, siteLibraryOf, uiOf } from '../../../fixtures/views.ts';

type Data = Readonly<Record<string, unknown>>;

const asset = (collection: Parameters<typeof siteEntry>[0], id: string, data: Data = {}) =>
  siteEntry(collection, id, {
    ...{ stages: ['late'], personas: ['lawyer'], reviewed_on: REVIEWED, audience: 'public' },
    ...data,
  });
const card = (id: string, competitor: string, data: Data = {}) =>
  asset('battlecards', id, {
    competitor,
    reviewed_on: '2026-11-01',
    the_one_thing_to_say: `Say ${id}.`,
    audience: 'internal',
    ...data,
  });
const objection = (id: string, data: Data = {}) =>
  asset('objections', id, { verbatim: `${id}!`, short_answer: 'No.', audience: 'internal', ...data });
const study = (id: string, industry: string, data: Data = {}) =>
  asset('case-studies', id, { customer: id, industry, consent: { scope: 'named' }, ...data });
const play = (id: string, pipeline_stage: string, data: Data = {}) =>
  siteEntry('plays', id, { pipeline_stage, trigger: 'Now.', goal: 'Then.', ...data });
const map = (id: string, persona: string, data: Data = {}) => siteEntry('message-maps', id, { persona, ...data });

const idsOf = (list: readonly { asset: string }[] | undefined): string[] => (list ?? []).map(({ asset: id }) => id);
const member = (answer: DealAnswer<string>, persona: string) =>
  answer.members.find((known) => known.persona === persona);

describe('members and stages', () => {
  const desk = deskOf([
    resource('early', { stages: ['early'] }),
    resource('late'),
    resource('both', { stages: ['early', 'late'] }),
    resource('after', { stages: ['after'] }),
  ]);

  test('nothing said: the whole committee, at any stage', () => {
    const answer = answerOf(desk, {});
    expect(answer.members.map(({ persona }) => persona)).toEqual(['buyer', 'lawyer', 'user']);
    expect(answer.stage).toBeUndefined();
    expect(idsOf(member(answer, 'lawyer')?.now.assets).sort()).toEqual(['after', 'both', 'early', 'late']);
    expect(member(answer, 'lawyer')?.next).toBeUndefined();
  });

  test('members in the order of the committee, whatever the order in which they are said', () => {
    const answer = answerOf(desk, { members: ['user', 'buyer'] });
    expect(answer.members.map(({ persona }) => persona)).toEqual(['buyer', 'user']);
  });

  test('the pipeline stage says where the buyer is, and what comes next', () => {
    const answer = answerOf(desk, { pipeline: 'meet', members: ['lawyer'] });
    expect([answer.stage, answer.next]).toEqual(['early', 'late']);
    expect(idsOf(member(answer, 'lawyer')?.now.assets)).toEqual(['early', 'both']);
  });

  test('what is listed for now is not listed again for next, but counted', () => {
    const { next } = member(answerOf(desk, { pipeline: 'meet' }), 'lawyer') ?? {};
    expect(idsOf(next?.assets)).toEqual(['late']);
    expect(next?.count).toBe(2);
  });

  test('after the last stage comes none', () => {
    const answer = answerOf(desk, { pipeline: 'deliver' });
    expect([answer.stage, answer.next]).toEqual(['after', undefined]);
    expect(member(answer, 'lawyer')?.next).toBeUndefined();
  });

  test('battlecards and objections are not for the member', () => {
    const own = deskOf([card('card', 'rival'), objection('objection'), resource('sheet')]);
    expect(idsOf(member(answerOf(own, {}), 'lawyer')?.now.assets)).toEqual(['sheet']);
  });

  test('a one-pager is for its own persona too; a story’s buyers are not who it is for', () => {
    const own = deskOf([
      asset('one-pagers', 'sheet', { personas: ['lawyer'], persona: 'user' }),
      study('story', 'health', { buyer_personas: ['buyer'] }),
    ]);
    expect(idsOf(member(answerOf(own, {}), 'user')?.now.assets)).toEqual(['sheet']);
    expect(idsOf(member(answerOf(own, {}), 'buyer')?.now.assets)).toEqual([]);
  });

  test('so many are listed, and all are counted', () => {
    const many = deskOf(Array.from({ length: 12 }, (_, i) => resource(`r-${i}`)));
    const now = member(answerOf(many, { pipeline: 'sign' }), 'lawyer')?.now;
    expect([now?.assets.length, now?.count]).toEqual([5, 12]);
  });
});

test('objections by the force behind them, those of this stage first', () => {
  const desk = deskOf([
    objection('fear-any', { force: 'anxiety', stages: ['early'] }),
    objection('fear-now', { force: 'anxiety', reviewed_on: '2026-09-01' }),
    objection('custom', { force: 'habit' }),
    objection('plain'),
    objection('of-others', { force: 'habit', personas: ['buyer'] }),
  ]);
  const heard = member(answerOf(desk, { pipeline: 'sign' }), 'lawyer')?.heard;
  expect(heard?.map(({ force, objections }) => [force, idsOf(objections)])).toEqual([
    ['anxiety', ['fear-now', 'fear-any']],
    ['habit', ['custom']],
    ['', ['plain']],
  ]);
});

describe('the pitch', () => {
  const desk = deskOf([
    map('m-cards', 'lawyer', { product: 'cards' }),
    map('m-bills', 'lawyer', { product: 'bills' }),
    map('m-general', 'lawyer', { reframes: [{ persona: 'user', message: 'Same.' }] }),
  ]);
  test.each([
    ['cards', 'm-cards'],
    ['bills', 'm-bills'],
    [undefined, 'm-general'],
  ])('for %s it is %s', (product, id) => {
    expect(member(answerOf(desk, { product }), 'lawyer')?.pitch).toEqual({ map: id, as: 'own' });
  });
  test('without a map of their own, another’s words for them', () => {
    expect(member(answerOf(desk, {}), 'user')?.pitch).toEqual({ map: 'm-general', as: 'reframed' });
  });
  test('without either, a gap', () => {
    const answer = answerOf(desk, { members: ['buyer'] });
    expect(member(answer, 'buyer')?.pitch).toBeUndefined();
    expect(answer.gaps).toContainEqual({ kind: 'pitch', persona: 'buyer' });
  });
  test('an internal map is nothing for a partner', () => {
    expect(member(answerOf(desk, {}, { audience: 'partner' }), 'lawyer')?.pitch).toBeUndefined();
  });
});

test('the play of the pipeline stage, the one for most of the members first', () => {
  const desk = deskOf([
    play('a-few', 'sign', { personas: ['buyer'] }),
    play('z-most', 'sign', { personas: ['lawyer', 'user'] }),
    play('elsewhere', 'meet', { personas: ['lawyer', 'user', 'buyer'] }),
  ]);
  expect(answerOf(desk, { pipeline: 'sign', members: ['lawyer', 'user'] }).plays).toEqual(['z-most', 'a-few']);
  expect(answerOf(desk, {}).plays).toEqual([]);
  expect(answerOf(desk, { pipeline: 'offer' }).gaps).toContainEqual({ kind: 'play', pipeline: 'offer' });
});

describe('the battlecard', () => {
  const desk = deskOf([
    card('rival-large', 'rival', { company_sizes: ['large'] }),
    card('rival-all', 'rival', { competitors: ['other-rival'] }),
    card('nothing', 'nothing'),
  ]);
  test('of the competitor, the best fit first, and doing nothing beside it', () => {
    expect(idsOf(answerOf(desk, { competitor: 'rival', size: 'large' }).battlecards)).toEqual([
      'rival-large',
      'rival-all',
      'nothing',
    ]);
    expect(idsOf(answerOf(desk, { competitor: 'rival', size: 'small' }).battlecards)[0]).toBe('rival-all');
  });
  test('doing nothing, where no competitor is said, or it is the competitor', () => {
    const reasons = [{ criterion: 'competitor', fit: 'always' }];
    expect(answerOf(desk, {}).battlecards).toEqual([{ asset: 'nothing', points: 0, reasons }]);
    expect(idsOf(answerOf(desk, { competitor: 'nothing' }).battlecards)).toEqual(['nothing']);
  });
  test('a card that only mentions a competitor is not its card: a gap', () => {
    const answer = answerOf(desk, { competitor: 'other-rival' });
    expect(idsOf(answer.battlecards)).toEqual(['nothing']);
    expect(answer.gaps).toContainEqual({ kind: 'battlecard', competitor: 'other-rival' });
  });
});

describe('case studies', () => {
  const desk = deskOf([
    study('same', 'health', { company_size: 'small', reviewed_on: '2026-01-02' }),
    study('same-late', 'health', { company_size: 'small', review_every: 5 }),
    study('other', 'retail', { company_size: 'large' }),
  ]);
  test('the closest, with the reasons, an overdue one after its equal', () => {
    const { studies } = answerOf(desk, { industry: 'health', size: 'middle' });
    expect(idsOf(studies)).toEqual(['same', 'same-late', 'other']);
    expect(studies[0]?.match.reasons).toEqual([
      { criterion: 'industry', fit: 'same', steps: 0 },
      { criterion: 'size', fit: 'smaller', steps: 1 },
    ]);
  });
  test('nothing in common is no answer, and a gap', () => {
    const only = deskOf([study('other', 'retail')]);
    const answer = answerOf(only, { industry: 'health' });
    expect(answer.studies).toEqual([]);
    expect(answer.gaps).toContainEqual({ kind: 'study', industry: 'health' });
  });
  test('nothing said: the latest', () => {
    expect(idsOf(answerOf(desk, {}).studies)).toEqual(['other', 'same', 'same-late']);
  });
});

describe('the calculator', () => {
  const inputs = [
    { id: 'people', label: 'People', default: 100, integer: true },
    { id: 'share', label: 'Share', default: 0.1, unit: 'percent' },
  ];
  const desk = deskOf([
    asset('calculators', 'with-numbers', {
      inputs,
      model_version: 3,
      reviewed_on: '2026-09-01',
      by_industry: [
        {
          industry: 'health',
          values: [
            { input: 'people', value: 900 },
            { input: 'share', value: 0.1 },
          ],
        },
      ],
    }),
    asset('calculators', 'without', { inputs }),
  ]);
  test('with the industry’s numbers, as its own links write them', () => {
    const [first] = answerOf(desk, { industry: 'health' }).calculators;
    expect(first).toMatchObject({ asset: 'with-numbers', fragment: 'v=3&i.people=900' });
    expect(first?.reasons).toContainEqual({ criterion: 'numbers', fit: 'prefilled' });
  });
  test('with its own where the industry has none, and that is a gap', () => {
    const answer = answerOf(desk, { industry: 'retail' });
    expect(answer.calculators.map(({ fragment }) => fragment)).toEqual(['', '']);
    expect(answer.gaps).toContainEqual({ kind: 'numbers', industry: 'retail' });
  });
  test('whose numbers it has does not make it an asset of that industry', () => {
    const reasons = answerOf(desk, { industry: 'health' }).calculators[0]?.reasons;
    expect(reasons).toContainEqual({ criterion: 'industry', fit: 'all' });
  });
});

describe('gaps of members', () => {
  test('nothing for a member at a stage, now and next', () => {
    const { gaps } = answerOf(deskOf([resource('late')]), { pipeline: 'sign', members: ['lawyer', 'user'] });
    expect(gaps.filter(({ kind }) => kind === 'assets')).toEqual([
      { kind: 'assets', persona: 'user', stage: 'late' },
      { kind: 'assets', persona: 'lawyer', stage: 'after' },
      { kind: 'assets', persona: 'user', stage: 'after' },
    ]);
  });
  test('something, but nothing that may leave the house', () => {
    const desk = deskOf([
      resource('inside', { audience: 'internal' }),
      resource('inside-too', { audience: 'internal' }),
    ]);
    const { gaps } = answerOf(desk, { pipeline: 'sign', members: ['lawyer'] });
    expect(gaps).toContainEqual({ kind: 'to_send', persona: 'lawyer', stage: 'late', count: 2 });
  });
  test('nothing made for the industry', () => {
    const desk = deskOf([resource('for-all'), resource('ours', { personas: ['buyer'], industries: ['health'] })]);
    const { gaps } = answerOf(desk, { pipeline: 'sign', industry: 'health', members: ['buyer', 'lawyer', 'user'] });
    expect(gaps).toContainEqual({ kind: 'industry', industry: 'health', personas: ['lawyer'] });
  });
});

test('every asset of an answer is named once', () => {
  const desk = deskOf([resource('one', { personas: ['buyer', 'lawyer'] }), card('nothing', 'nothing')]);
  expect(assetsIn(answerOf(desk, {}))).toEqual(['one', 'nothing']);
});

test('a desk of a partner’s library holds nothing above it', () => {
  const library = siteLibraryOf([...TERMS, resource('open'), play('p', 'sign', { audience: 'partner' })], 'partner');
  const { names, briefs } = collectDesk(library, uiOf(library));
  expect(names.map(({ key }) => key)).toEqual(['resources/open']);
  expect(briefs.plays.map(({ id }) => id)).toEqual(['p']);
});
