/** A brief in words: for the page, for a draft, for the command line. */
import { newDraftPath, type DraftValues } from '../cms-links.ts';
import { fill, nameOf, type Ui } from '../ui.ts';
import type { Brief, Reason } from './brief.ts';

/** A line of a brief. */
export interface BriefLine {
  name: string;
  text: string;
}

/** `Legal · Decision · Healthcare` */
export const briefHeading = (ui: Ui, { persona, stage, industry }: Brief): string =>
  [persona.label, stage.label, industry?.label ?? ui.labels.coverage.every_industry].join(' · ');

/** What is missing, said plainly. */
export const missingText = (ui: Ui, { industry, has, target }: Brief): string => {
  const words = ui.labels.coverage;
  const lacksFit = has.fit < target.assets;
  const lacksOwn = has.own < target.own;
  const fits = fill(has.fit === 0 ? words.missing_none : words.missing_fit, { count: has.fit, target: target.assets });
  if (industry === undefined) return fits;
  const own = fill(has.own === 0 ? words.missing_no_own : words.missing_own, {
    count: has.own,
    target: target.own,
    industry: industry.label,
  });
  if (lacksFit && lacksOwn && has.fit > 0) return `${fits} ${own}`;
  return lacksFit ? fits : own;
};

export const typeText = (ui: Ui, { suggestion: { type, format } }: Brief): string =>
  format === undefined ? nameOf(ui, type) : `${nameOf(ui, type)} (${ui.labels.resource_formats[format]})`;

const reasonText = (ui: Ui, reason: Reason, brief: Brief): string => {
  const words = ui.labels.coverage;
  const type = nameOf(ui, brief.suggestion.type, 'many').toLowerCase();
  const values = { type, stage: brief.stage.label, persona: brief.persona.label };
  switch (reason.kind) {
    case 'works':
      return fill(words.reason_works, { ...values, line: reason.line });
    case 'elsewhere':
      return fill(words.reason_elsewhere, { ...values, count: reason.count });
    case 'others':
      return fill(words.reason_others, { ...values, count: reason.count });
    case 'none here':
      return fill(words.reason_none_here, values);
  }
};

/** All but the claims. */
export const briefLines = (ui: Ui, brief: Brief): BriefLine[] => {
  const words = ui.labels.coverage;
  const { persona, stage, industry } = brief;
  const reasons = brief.suggestion.reasons.map((reason) => reasonText(ui, reason, brief));
  return [
    { name: words.brief_missing, text: missingText(ui, brief) },
    { name: words.brief_who, text: [persona.label, ...persona.titles].join(', ') },
    { name: words.brief_cares, text: persona.cares_about.join(' ') },
    { name: words.brief_stage, text: stage.label },
    { name: words.brief_industry, text: industry?.label ?? words.every_industry },
    { name: words.brief_question, text: brief.question },
    { name: words.brief_type, text: [`${typeText(ui, brief)}.`, ...reasons].join(' ') },
  ].filter(({ text }) => text !== '');
};

/** Claims by their statement, and how to cite them. */
export const claimLines = ({ claims }: Brief): string[] =>
  claims.map(({ id, statement }) => `${statement} {claim:${id}}`);

/** Plain text, as it is copied and as the command prints it. */
export const briefText = (ui: Ui, brief: Brief): string => {
  const claims = claimLines(brief).map((line) => `- ${line}`);
  return [
    ...briefLines(ui, brief).map(({ name, text }) => `${name}: ${text}`),
    ...(claims.length > 0 ? [`${ui.labels.coverage.brief_claims}:`, ...claims] : []),
  ].join('\n');
};

/**
 * Markdown for the body of a draft: to be read, and to be written over. Claims stand as code, so that the draft does not
 * cite what its author has not chosen.
 */
const briefMarkdown = (ui: Ui, brief: Brief): string => {
  const words = ui.labels.coverage;
  const claims = brief.claims.map(({ id, statement }) => `- ${statement} \`${id}\``);
  return [
    words.draft_note,
    ...briefLines(ui, brief).map(({ name, text }) => `**${name}:** ${text}`),
    ...(claims.length > 0 ? [`**${words.brief_claims}:**`, claims.join('\n')] : []),
  ].join('\n\n');
};

const LONGEST_TITLE = 120;

/** The gap as a new draft in the CMS, with what is known filled in. @param product that the list is filtered by */
export const draftPath = (ui: Ui, brief: Brief, product: string | undefined): string => {
  const words = ui.labels.coverage;
  const { type, format } = brief.suggestion;
  const { persona, stage, industry } = brief;
  const title = fill(industry === undefined ? words.draft_title : words.draft_title_industry, {
    type: nameOf(ui, type),
    persona: persona.label,
    stage: stage.label,
    industry: industry?.label ?? '',
  });
  const values: DraftValues = {
    title: title.slice(0, LONGEST_TITLE),
    summary: brief.question,
    stages: [stage.id],
    personas: [persona.id],
    industries: industry === undefined ? [] : [industry.id],
    products: product === undefined ? [] : [product],
    ...(type === 'one-pagers' ? { persona: persona.id } : {}),
    ...(type === 'case-studies' && industry !== undefined ? { industry: industry.id } : {}),
    ...(format === undefined ? {} : { format }),
    body: briefMarkdown(ui, brief),
  };
  return newDraftPath(type, values);
};
