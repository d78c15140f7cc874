/** What a kit leaves open, and what an asset is good for. */
import { describe, expect, test } from 'vitest';
import { answersOf } from '../../../../src/domain/kit/answers.ts';
import { completenessOf, gapsOf } from '../../../../src/domain/kit/completeness.ts';
import type { Asset } from '../../../../src/domain/site-library.ts';
import { siteEntry, siteLibraryOf } from '../../../fixtures/views.ts';

const ASKED = [
  { kind: 'roles', names: ['champion', 'legal'] },
  { kind: 'stages', names: ['awareness', 'decision'] },
] as const;

describe('completeness', () => {
  test('counts each asset for all that it answers', () => {
    const found = completenessOf(ASKED, [
      { roles: ['champion'], stages: ['decision', 'awareness'] },
      { roles: ['champion', 'procurement'], stages: [] },
    ]);
    expect(found.dimensions).toEqual([
      {
        kind: 'roles',
        covered: [
          { name: 'champion', count: 2 },
          { name: 'legal', count: 0 },
        ],
      },
      {
        kind: 'stages',
        covered: [
          { name: 'awareness', count: 1 },
          { name: 'decision', count: 1 },
        ],
      },
    ]);
    expect(found.share).toBe(0.75);
    expect(gapsOf(found)).toEqual([{ kind: 'roles', name: 'legal' }]);
  });

  test('of an empty kit is nothing, and all of it is missing', () => {
    expect(completenessOf(ASKED, []).share).toBe(0);
    expect(gapsOf(completenessOf(ASKED, []))).toHaveLength(4);
  });

  test('where nothing is asked, nothing is missing', () => {
    expect(completenessOf([], [{ roles: ['champion'] }])).toEqual({ dimensions: [], share: 1 });
  });
});

describe('what an asset answers', () => {
  const library = siteLibraryOf(
    [
      siteEntry('personas', 'cfo', { committee_role: 'economic buyer' }),
      siteEntry('personas', 'counsel', { committee_role: 'legal' }),
      siteEntry('competitors', 'doing-nothing', { kind: 'status quo' }),
      siteEntry('competitors', 'rival', { kind: 'direct' }),
      siteEntry('objections', 'fear', { force: 'anxiety', personas: ['counsel', 'cfo', 'gone'] }),
      siteEntry('objections', 'open', { personas: [] }),
      siteEntry('battlecards', 'nothing', { competitor: 'doing-nothing' }),
      siteEntry('battlecards', 'rival-card', { competitor: 'rival' }),
      siteEntry('resources', 'report', { demand: 'creation' }),
      siteEntry('resources', 'guide', { demand: 'capture' }),
      siteEntry('security-answers', 'backup', {}),
      siteEntry('case-studies', 'story', {}),
      siteEntry('snippets', 'mail', {}),
    ],
    'internal',
  );
  const assetOf = (id: string): Asset => {
    const asset = library.assets.find((candidate) => candidate.id === id);
    if (!asset) throw new Error(`There is no ${id}.`);
    return asset;
  };

  test('roles, in the order of the committee, each once', () => {
    expect(answersOf(library, assetOf('fear')).committee_roles).toEqual(['economic buyer', 'legal']);
    expect(answersOf(library, assetOf('open')).committee_roles).toEqual([]);
  });

  test.each([
    ['fear', ['anxiety']],
    ['open', []],
    ['nothing', ['push', 'habit']],
    ['rival-card', ['pull']],
    ['report', ['push']],
    ['guide', ['pull']],
    ['backup', ['anxiety']],
    ['story', ['pull']],
    ['mail', []],
  ])('forces: %s', (id, forces) => expect(answersOf(library, assetOf(id)).forces).toEqual(forces));
});
