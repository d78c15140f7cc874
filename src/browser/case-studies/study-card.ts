/** A case study in a list: the customer, what changed, and how near it is to the deal at hand. */
import type { Match, Reason } from '../../domain/case-studies/match.ts';
import type { RowCard } from '../../domain/facets/card-file.ts';
import { labelsOfRow, type Facet } from '../../domain/facets/facet.ts';
import { freshnessOfRow } from '../../domain/facets/library-columns.ts';
import type { StudyColumns } from '../../domain/case-studies/study-columns.ts';
import { element } from '../element.ts';
import { audienceMark, cardFoot, cardTitle, freshnessBadge, keepsFor } from '../facets/card-parts.ts';
import type { Say } from '../words.ts';

export interface StudySource {
  columns: StudyColumns;
  say: Say;
  /** The reader's day. */
  today: string;
}

const labelsOf = ({ columns }: StudySource, name: string, study: number): string[] => {
  const facet = columns.facets.find((candidate: Facet) => candidate.name === name);
  return facet ? labelsOfRow(facet, study) : [];
};

/** `same industry`, `one size larger`, `another industry (Retail)` */
const reasonText = (source: StudySource, { criterion, fit, steps }: Reason, study: number): string => {
  const name = steps > 1 ? `${criterion}_${fit}_many` : `${criterion}_${fit}`;
  return source.say(name, { count: steps, value: labelsOf(source, criterion, study).join(', ') });
};

const isNear = ({ fit, steps }: Reason): boolean => fit === 'same' || steps === 1;

const reasonList = (source: StudySource, { reasons }: Match, study: number): HTMLUListElement => {
  const items = reasons.map((reason) => {
    const item = element('li', '', reasonText(source, reason, study));
    item.dataset['near'] = String(isNear(reason));
    return item;
  });
  const list = element('ul', 'reasons', ...items);
  list.setAttribute('aria-label', source.say('reasons'));
  return list;
};

/** @param study its place in the columns */
export const studyCard = (source: StudySource, study: number, card: RowCard, match?: Match): HTMLLIElement => {
  const { columns, say, today } = source;
  const [customer = '', result = '', consent = ''] = card.lines;
  const about = [...labelsOf(source, 'industry', study), ...labelsOf(source, 'size', study)];
  return element(
    'li',
    'card study',
    element('p', 'card-top', element('span', 'eyebrow', customer), ...audienceMark(card, say)),
    cardTitle(card),
    ...(result ? [element('p', 'study-result', result)] : []),
    element('p', '', card.text),
    ...(match && match.reasons.length > 0 ? [reasonList(source, match, study)] : []),
    cardFoot(
      [
        element('span', '', about.join(' · ')),
        ...(consent ? [element('span', '', say('consent', { consent }))] : []),
        ...freshnessBadge(freshnessOfRow(columns, study, today), say),
      ],
      keepsFor(card, say('type_case-studies'), say),
    ),
  );
};
