/** A finding in words, for the page and the command alike. */
import type { Finding, FindingKind } from '../../schemas/finding.ts';
import { fill, formatDay, type Wording } from '../ui.ts';

export const kindText = (ui: Wording, kind: FindingKind): string => ui.labels.health[`kind_${kind}`];
export const aboutText = (ui: Wording, kind: FindingKind): string => ui.labels.health[`about_${kind}`];

/** What the others of a finding are to its subject. */
export const othersText = (ui: Wording, kind: FindingKind): string => {
  const words = ui.labels.health;
  if (kind === 'claim_expired' || kind === 'claim_expiring') return words.used_in;
  return kind === 'near_duplicate' ? words.same_as : words.and;
};

/** Verdicts and states stand in the content as words of the schema; readers see them as labels. */
const shown = (ui: Wording, finding: Finding, value: string | number): string | number => {
  const labels: Readonly<Record<string, string>> =
    finding.wording === 'contradiction_them' || finding.wording === 'contradiction_us'
      ? ui.labels.support
      : finding.wording === 'contradiction_answer'
        ? ui.labels.security_states
        : {};
  return labels[String(value)] ?? value;
};

export const findingText = (ui: Wording, finding: Finding): string => {
  const { date, one, other, ...args } = finding.args;
  return fill(ui.labels.health[`say_${finding.wording}`], {
    ...args,
    ...(date === undefined ? {} : { date: formatDay(String(date), ui.settings.locale) }),
    ...(one === undefined ? {} : { one: shown(ui, finding, one) }),
    ...(other === undefined ? {} : { other: shown(ui, finding, other) }),
  });
};

/** An owner as readers see it. */
export const ownerText = (ui: Wording, owner: string): string => (owner === '' ? ui.labels.health.nobody : owner);
