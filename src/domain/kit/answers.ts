/** Whose questions an asset answers, when, and which of the four forces it works on: what a kit is measured by. */
import { COMMITTEE_ROLES } from '../../schemas/taxonomy/persona.ts';
import { isAgainstNothing } from '../battlecards.ts';
import { keyOf, type Asset, type SiteLibrary } from '../site-library.ts';
import { FORCES, type Force } from './completeness.ts';

export type CommitteeRole = (typeof COMMITTEE_ROLES)[number];

export interface Answers {
  committee_roles: CommitteeRole[];
  forces: Force[];
}

/**
 * Push and pull move a buyer towards a change, anxiety and habit hold them back. Objections say which one they meet;
 * for the other types it follows from what they are for.
 */
const forcesOf = (library: SiteLibrary, asset: Asset): Force[] => {
  switch (asset.collection) {
    case 'objections':
      return asset.data.force === undefined ? [] : [asset.data.force];
    case 'battlecards':
      return isAgainstNothing(library, asset.data.competitor) ? ['push', 'habit'] : ['pull'];
    case 'calculators':
      return ['push'];
    case 'case-studies':
      return ['pull'];
    case 'one-pagers':
      return asset.data.cost_of_inaction === undefined ? ['pull'] : ['push', 'pull'];
    case 'resources':
      return asset.data.demand === undefined ? [] : [asset.data.demand === 'creation' ? 'push' : 'pull'];
    case 'security-answers':
    case 'pricing-faqs':
      return ['anxiety'];
    case 'snippets':
      return [];
  }
};

export const answersOf = (library: SiteLibrary, asset: Asset): Answers => {
  const carried = new Set(library.tags.get(asset.id));
  const roles = new Set(
    [...(library.entries.get('personas')?.values() ?? [])].flatMap((persona) =>
      persona.collection === 'personas' && carried.has(keyOf('personas', persona.id))
        ? [persona.data.committee_role]
        : [],
    ),
  );
  const forces = new Set(forcesOf(library, asset));
  return {
    committee_roles: COMMITTEE_ROLES.filter((role) => roles.has(role)),
    forces: FORCES.filter((force) => forces.has(force)),
  };
};
