/** What a list says of a case study beside what it says of every asset. */
import { consentOf } from '../consent.ts';
import type { EntryOf } from '../site-library.ts';
import { fill, formatDay, type Ui } from '../ui.ts';
import { resultLine } from './outcome.ts';

type Study = EntryOf<'case-studies'>;

/** What the customer allows to be told outside; only colleagues are told. */
const consentLine = (ui: Ui, study: Study, today: string): string => {
  if (ui.audience !== 'internal') return '';
  const { scope, lapsed_on } = consentOf(study, today);
  const { consents } = ui.labels;
  return lapsed_on === undefined || scope === 'none'
    ? consents[scope]
    : fill(consents.lapsed, { date: formatDay(lapsed_on, ui.settings.locale) });
};

/** The customer, as this build may say it; a result; the consent. */
export const studyLines = (ui: Ui, study: Study, today: string): string[] => {
  const [first] = study.data.results;
  return [study.data.customer, first ? resultLine(first) : '', consentLine(ui, study, today)];
};
