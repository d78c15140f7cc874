import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { pageFields } from '../shared.ts';

export const COMMITTEE_ROLES = [
  'economic buyer',
  'champion',
  'end user',
  'IT and security',
  'procurement',
  'legal',
  'influencer',
] as const;

/** A member of the buying committee as a human being. Outside, only what speaks to them is shown. */
export const persona = (f: Fields) => {
  const inside = { audience: 'internal' } as const;
  const lines = (label: string, hint: string) => f.list(label, `${hint}; seen by colleagues only.`, f.text(), inside);

  return z.strictObject({
    label: f.required('Label', 'A few words: how the persona is shown.', f.text(80), ''),
    summary: f.optional('Summary', 'Up to 200 characters: what we offer this reader.', f.text(200)),
    synonyms: f.list('Synonyms', 'Other words for it; search finds it by them.', z.string().min(1).max(80)),
    order: f.optional('Order', 'A number: its place in lists.', z.number()),
    committee_role: f.required(
      'Committee role',
      `One of ${COMMITTEE_ROLES.join(', ')}.`,
      z.enum(COMMITTEE_ROLES),
      'influencer',
    ),
    titles: f.list('Titles', 'Job titles that this persona stands for.', f.text(80)),
    cares_about: f.list('Cares about', 'What matters to them at work, a line each.', f.text()),
    goals: lines('Goals', 'What they want to reach'),
    aspirations: lines('Aspirations', 'What they hope for themselves, a line each: the job, the name, the evening'),
    fears: lines('Fears', 'What they are afraid of at work, a line each, as they would admit it to a friend'),
    career_risk: f.optional(
      'Career risk',
      'One or two sentences: what happens to them if this goes wrong; seen by colleagues only.',
      f.text(600),
      inside,
    ),
    kpis: lines('KPIs', 'What they are measured by'),
    decision_criteria: lines('Decision criteria', 'What they judge an offer by'),
    veto: f.optional('Veto', 'One sentence: what makes them say no; seen by colleagues only.', f.text(), inside),
    forces: f.required(
      'Four forces',
      'What moves them towards a change and what holds them back; seen by colleagues only.',
      z.strictObject({
        push: f.list('Push', 'What is wrong today.', f.text()),
        pull: f.list('Pull', 'What draws them to the new.', f.text()),
        anxiety: f.list('Anxiety', 'What they fear about the change.', f.text()),
        habit: f.list('Habit', 'What keeps them where they are.', f.text()),
      }),
      { push: [], pull: [], anxiety: [], habit: [] },
      inside,
    ),
    questions: f.list(
      'Questions by stage',
      'What they ask at each stage.',
      z.strictObject({
        stage: f.required('Stage', 'At which stage.', f.reference('stages'), ''),
        question: f.required('Question', 'In their own words.', f.text(), ''),
      }),
    ),
    in_their_words: lines('In their words', 'Sentences heard from such people'),
    evidence: f.optional(
      'Evidence',
      'What this portrait rests on; seen by colleagues only.',
      z.strictObject({
        interviews: f.required('Interviews', 'A whole number: how many people were asked.', z.int().min(0), 0),
        dated: f.required('Dated', 'A date: when the last was held.', f.day(), ''),
      }),
      inside,
    ),
    ...pageFields(f, 'public'),
  });
};
