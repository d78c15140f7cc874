/** Pins: what a browser has kept is not trusted, and never grows without end. */
import { describe, expect, test } from 'vitest';
import { isPinned, MOST_PINS, parsePins, togglePin, type Pin } from '../../../src/domain/pins.ts';

const pin = (id: string): Pin => ({ path: `/objections/${id}/`, title: `The ${id}`, kind: 'Objection' });

describe('what the browser has kept', () => {
  test('comes back as it was', () => {
    expect(parsePins(JSON.stringify([pin('a'), pin('b')]))).toEqual([pin('a'), pin('b')]);
  });

  test.each([null, '', 'null', '{}', '[', '"x"', '[null, 1, "x", [], {}]'])('may be nonsense: %s', (text) => {
    expect(parsePins(text)).toEqual([]);
  });

  test.each([
    'https://evil.example/a/b/',
    '//evil.example/',
    '/\\evil.example/x/',
    'javascript:alert(1)',
    '/a/',
    '/a/b/c/',
    '/a/../',
    '/a/b/?x',
  ])('never leads elsewhere: %s', (path) => {
    expect(parsePins(JSON.stringify([{ ...pin('a'), path }]))).toEqual([]);
  });

  test('is kept only once, and no more than there is room for', () => {
    const many = Array.from({ length: 100 }, (_, i) => pin(`p${i}`));
    expect(parsePins(JSON.stringify(many))).toHaveLength(MOST_PINS);
    expect(parsePins(JSON.stringify([pin('a'), { ...pin('a'), title: 'Other' }]))).toEqual([pin('a')]);
    expect(parsePins(JSON.stringify([{ ...pin('a'), title: 'x'.repeat(5_000) }]))[0]?.title).toHaveLength(200);
  });
});

describe('pinning', () => {
  test('puts the newest first, and takes back what is there', () => {
    const pins = togglePin(togglePin([], pin('a')), pin('b'));
    expect(pins).toEqual([pin('b'), pin('a')]);
    expect(togglePin(pins, { ...pin('a'), title: 'Renamed' })).toEqual([pin('b')]);
    expect(isPinned(pins, '/objections/a/')).toBe(true);
    expect(isPinned(pins, '/objections/c/')).toBe(false);
  });

  test('lets the oldest go when there is no room', () => {
    const full = Array.from({ length: MOST_PINS }, (_, i) => pin(`p${i}`));
    const pins = togglePin(full, pin('new'));
    expect(pins).toHaveLength(MOST_PINS);
    expect(pins[0]).toEqual(pin('new'));
    expect(isPinned(pins, `/objections/p${MOST_PINS - 1}/`)).toBe(false);
  });
});
