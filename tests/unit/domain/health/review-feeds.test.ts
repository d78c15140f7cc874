/** Calendars of reviews: read back by the rules of RFC 5545, and the same bytes for the same library. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ownerName } from '../../../../src/domain/health/owner-name.ts';
import { reviewCalendar, reviewFeeds, type ReviewFeed } from '../../../../src/domain/health/review-feeds.ts';
import { siteEntry, siteLibraryOf, uiOf } from '../../../fixtures/views.ts';

const LONG = 'Größe; Kosten, Fristen: was “viel” heißt \\ und warum 🧾🧾🧾 es überall länger dauert als geplant war';

const library = siteLibraryOf(
  [
    siteEntry('snippets', 'b', { title: LONG, owner: 'Ann', reviewed_on: '2026-06-01', audience: 'internal' }),
    siteEntry('snippets', 'a', { title: 'Short', owner: 'Ann', reviewed_on: '2026-05-01', review_every: 30 }),
    siteEntry('resources', 'c', { title: 'Other', owner: 'zoe@a.example', reviewed_on: '2024-02-28', review_every: 1 }),
    siteEntry('resources', 'nobodys', { title: 'Nobody', reviewed_on: '2026-05-01' }),
    siteEntry('resources', 'never', { title: 'Never', owner: 'Ann', status: 'draft' }),
  ],
  'internal',
);
const ui = uiOf(library);
const feeds = reviewFeeds(library, ui);
const feedOf = (owner: string): ReviewFeed => {
  const feed = feeds.find((candidate) => candidate.owner === owner);
  if (!feed) throw new Error(`${owner} has no feed.`);
  return feed;
};

/** Lines unfolded, values unescaped: events as maps. */
const parse = (ics: string): Map<string, string>[] => {
  const events: Map<string, string>[] = [];
  for (const line of ics.replaceAll(/\r\n[ \t]/g, '').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/su.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    else
      events.at(-1)?.set(
        name,
        value.replaceAll(/\\([nN,;\\])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char)),
      );
  }
  return events;
};

describe('a feed', () => {
  test('each owner has one, with the next review first; what nobody owns or reviewed is in none', () => {
    expect(feeds.map(({ owner, events }) => [owner, events.map(({ on, title }) => [on, title])])).toEqual([
      [
        'Ann',
        [
          ['2026-05-31', 'Review: Short'],
          ['2026-11-28', `Review: ${LONG}`],
        ],
      ],
      ['zoe@a.example', [['2024-02-29', 'Review: Other']]],
    ]);
  });

  test('says whole days, across a leap day and the end of a month', () => {
    const [event] = parse(reviewCalendar(ui, feedOf('zoe@a.example')));
    expect([event?.get('DTSTART'), event?.get('DTEND')]).toEqual(['20240229', '20240301']);
    expect(reviewCalendar(ui, feedOf('zoe@a.example'))).toContain('DTSTART;VALUE=DATE:20240229\r\n');
  });

  test('comes back as it was, whatever marks a title has', () => {
    const [, event] = parse(reviewCalendar(ui, feedOf('Ann')));
    expect(event?.get('SUMMARY')).toBe(`Review: ${LONG}`);
    expect(event?.get('DESCRIPTION')).toBe(
      'Snippet, last reviewed on 1 Jun 2026. Read it, correct it, and set the day of the review.\nhttps://c.example/snippets/b/',
    );
    expect(event?.get('URL')).toBe('https://c.example/snippets/b/');
    expect(event?.get('UID')).toBe('review-snippets-b@c.example');
  });

  test('folds its lines at 75 bytes, never inside a character', () => {
    const ics = reviewCalendar(ui, feedOf('Ann'));
    const lines = ics.split('\r\n');
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(ics).not.toContain('\uFFFD');
    expect([lines[0], lines.findLast((line) => line !== '')]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  });

  test('is the same whenever it is written', () => {
    const first = reviewCalendar(ui, feedOf('Ann'));
    vi.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z') });
    expect(reviewCalendar(ui, feedOf('Ann'))).toBe(first);
    vi.useRealTimers();
  });
});

describe('the name of an owner', () => {
  test.each([
    ['Customer Marketing', /^customer-marketing-[a-z0-9]+$/],
    ['anna.berg+shelf@halyard.example', /^anna-berg-shelf-halyard-example-[a-z0-9]+$/],
    ['Vertrieb & Größe', /^vertrieb-gro-e-[a-z0-9]+$/],
    ['営業部', /^[a-z0-9]+$/],
    ['../../etc/passwd', /^etc-passwd-[a-z0-9]+$/],
    ['x'.repeat(500), /^x{40}-[a-z0-9]+$/],
  ])('%s', (owner, name) => expect(ownerName(owner)).toMatch(name));

  test('differs where owners do, in capitals too', () => {
    const owners = [
      'anna@a.example',
      'Anna@a.example',
      'anna a example',
      'anna-a.example',
      'anna@a.example ',
      '営業部',
      '開発部',
    ];
    expect(new Set(owners.map(ownerName)).size).toBe(owners.length);
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => a === b || ownerName(a) !== ownerName(b)));
  });

  test('is a file’s name that any system takes, and an address as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (owner) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(ownerName(owner))),
    );
  });
});
