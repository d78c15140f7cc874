/** Stamps of public content: both builds make the same one, and it changes when the words do. */
import { describe, expect, test } from 'vitest';
import { gate } from '../../../../src/domain/gate.ts';
import { publicFaces, type PublicFace } from '../../../../src/domain/kit/faces.ts';
import type { ContentEntry } from '../../../../src/domain/entries.ts';
import { entry, libraryOf, TODAY } from '../../../fixtures/entries.ts';

const claim = (value: number) =>
  entry('claims', 'days', { statement: 'It is fast', value, unit: 'days', audience: 'public' });
const report = (data: Readonly<Record<string, unknown>> = {}, body = 'It takes {claim:days}.') =>
  entry('resources', 'report', { title: 'The report', audience: 'public', owner: 'Ana', ...data }, body);

const facesIn = (audience: 'internal' | 'public', entries: readonly ContentEntry[]): readonly PublicFace[] => {
  const library = libraryOf(entries);
  const outside = gate(library, { audience: 'public', today: TODAY, drafts: false });
  const ours = gate(library, { audience, today: TODAY, drafts: false });
  // The text itself stands in for its hash: a difference can then be read.
  return publicFaces({ ours, outside, media: new Map(), hash: (text) => text });
};
const versionOf = (...entries: ContentEntry[]): string | undefined => facesIn('internal', entries)[0]?.version;

describe('a face', () => {
  test('is the same in both builds', () => {
    const entries = [claim(31), report({ related: ['secret'] }), entry('resources', 'secret', { title: 'Secret' })];
    expect(facesIn('internal', entries)).toEqual(facesIn('public', entries));
    expect(facesIn('internal', entries)).toHaveLength(1);
  });

  test('holds nothing that is internal', () => {
    const [face] = facesIn('internal', [claim(31), report({ owner: 'Ana Secret', pipeline_stages: ['closing'] })]);
    expect(JSON.stringify(face)).not.toMatch(/Ana Secret|closing/);
  });

  test('of a customer who may not be named is the anonymous one', () => {
    const story = entry('case-studies', 'acme', {
      title: 'Acme is live',
      customer: 'Acme',
      anonymised_name: 'A maker of anvils',
      audience: 'public',
      consent: { scope: 'anonymised' },
    });
    const [inside] = facesIn('internal', [story]);
    const [outside] = facesIn('public', [story]);
    expect(inside).toMatchObject({ asset: 'case-studies/acme', title: 'A maker of anvils is live' });
    expect(inside?.id).toMatch(/^customer-/);
    expect({ ...inside, asset: `case-studies/${inside?.id}` }).toEqual(outside);
    expect(JSON.stringify({ ...inside, asset: '' })).not.toMatch(/acme/i);
  });
});

describe('the version', () => {
  const now = versionOf(report(), claim(31));

  test('changes with the words, and with a number that they cite', () => {
    expect(versionOf(report({}, 'It takes longer.'), claim(31))).not.toBe(now);
    expect(versionOf(report({ title: 'Another' }), claim(31))).not.toBe(now);
    expect(versionOf(report(), claim(32))).not.toBe(now);
  });

  test('stays when what is not shown changes', () => {
    expect(versionOf(report({ reviewed_on: '2026-11-20', keywords: ['fast'], owner: 'Ben' }), claim(31))).toBe(now);
    const { title, ...others } = report().data;
    expect(versionOf({ ...report(), data: { ...others, title } }, claim(31))).toBe(now);
  });
});
