import { z } from 'zod';
import { numberOrText, type Fields } from '../fields.ts';
import { assetFields, link } from '../shared.ts';

/** What a number is counted in. Amounts are in the calculator's one currency and never converted. */
export const UNITS = ['currency', 'percent', 'count', 'hours', 'months', 'ratio'] as const;
export type Unit = (typeof UNITS)[number];

/** What a benefit is made of, as a finance team sorts it. */
export const BENEFIT_KINDS = ['cost', 'productivity', 'revenue', 'risk'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

/** The whole model is worked out once for each. */
export const SCENARIOS = ['conservative', 'expected', 'optimistic'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** How the monthly cost of doing nothing is found. */
export const INACTION_MODES = ['net_first_year', 'status_quo'] as const;
export type InactionMode = (typeof INACTION_MODES)[number];

/** A company that looks further ahead than ten years is guessing. */
const LONGEST_HORIZON = 10;

const PERCENTAGE = /^-?\d+(?:\.\d+)?\s?%$/;

/** `22%` → 0.22; numbers stay. Divided last, so that 7% is 0.07 and not 0.07 and a bit. */
const toNumber = (written: number | string): number =>
  typeof written === 'number' ? written : Number(written.replace(/\s?%$/, '')) / 100;

/** A number, or a percentage such as 22%. */
const quantity = () =>
  numberOrText(
    z
      .union([z.number(), z.string().regex(PERCENTAGE)], { error: 'must be a number such as 600, 0.22 or 22%' })
      .transform(toNumber),
  );

const share = () => quantity().refine((value) => value >= 0 && value <= 1, { error: 'must be between 0% and 100%' });

/** A formula is a text; a bare number such as `4200` is one too. What it says is checked by the model's own check. */
const formula = () =>
  numberOrText(
    z.union([z.string(), z.number()], { error: 'must be a formula such as seats * price' }).transform(String),
  );

/** Ids are names in formulas. Which of them a spreadsheet would misread is the model's own check. */
const id = () => z.string().min(1).max(60);

const source = (f: Fields) =>
  z.strictObject({
    text: f.required('Text', 'One line: where the number is from, and for whom it holds.', f.text(300), ''),
    url: f.optional('Address', 'A web address or a page of this site where it can be read.', f.url()),
    dated: f.optional('Dated', 'A date: when the number was found.', f.day()),
    claim: f.optional('Claim', 'The id of the claim that proves it; cited on the page.', f.reference('claims')),
  });

const unit = (f: Fields) => f.defaulted('Unit', `One of ${UNITS.join(', ')}; left out, count.`, z.enum(UNITS), 'count');

const idField = (f: Fields, what: string) =>
  f.required(
    'Id',
    `Lower-case letters, digits and _ such as hours_per_request: the ${what}’s name in formulas.`,
    id(),
    '',
  );

const labelField = (f: Fields, hint: string) => f.required('Label', hint, f.text(120), '');

const sourceField = (f: Fields, hint: string) => f.optional('Source', hint, source(f));

const input = (f: Fields) =>
  z.strictObject({
    id: idField(f, 'input'),
    label: labelField(f, 'A few words above the field, as the reader would say it.'),
    help: f.optional('Help', 'One sentence below the field: what to count, and what not.', f.text(300)),
    unit: unit(f),
    unit_note: f.optional('Unit note', 'A few words after the number, such as “a seat a month” or “days”.', f.text(40)),
    default: f.required('Default', 'A number such as 600, or 22%: what the page starts with.', quantity(), 0),
    min: f.optional(
      'Lowest',
      'The lowest number that makes sense; lower ones are refused, and the range is named.',
      quantity(),
    ),
    max: f.optional('Highest', 'The highest number that makes sense.', quantity()),
    step: f.optional('Step', 'How far one press of an arrow key goes.', quantity()),
    required: f.defaulted(
      'Required',
      'No lets the field be empty, which counts as 0; left out, yes.',
      z.boolean(),
      true,
    ),
    integer: f.flag('Whole numbers', 'Yes refuses fractions: people, invoices, seats.'),
    group: f.optional(
      'Group',
      'The heading it stands under in the form; inputs of one group stand together.',
      f.text(60),
    ),
    who_knows_this: f.optional(
      'Who knows this',
      'Whom in the reader’s company to ask, such as “Accounts payable lead”.',
      f.text(120),
    ),
    source: sourceField(f, 'Where the default is from; shown beside the field.'),
    scenarios: f.optional(
      'Scenarios',
      'What the number is in the cautious and in the hopeful case, for what nobody knows for certain.',
      z.strictObject({
        conservative: f.optional('Conservative', 'A number or a percentage for the cautious case.', quantity()),
        optimistic: f.optional('Optimistic', 'A number or a percentage for the hopeful case.', quantity()),
      }),
    ),
    sensitivity: f.optional(
      'Sensitivity',
      'The lowest and the highest likely number; left out, those of the scenarios, or 10% below and above.',
      z.strictObject({
        low: f.optional('Low', 'A number or a percentage.', quantity()),
        high: f.optional('High', 'A number or a percentage.', quantity()),
      }),
    ),
  });

const yearValues = () => z.array(quantity()).min(1).max(LONGEST_HORIZON);

const series = (f: Fields) =>
  z.strictObject({
    id: idField(f, 'series'),
    label: labelField(f, 'A few words, such as “Share of requests that go through the new way”.'),
    help: f.optional('Help', 'One sentence: how to judge it.', f.text(300)),
    unit: f.defaulted('Unit', `One of ${UNITS.join(', ')}; left out, percent.`, z.enum(UNITS), 'percent'),
    values: f.required('Values', 'One number or percentage for each year, such as [50%, 80%, 90%].', yearValues(), []),
    editable: f.flag('Editable', 'Yes lets the reader change each year.'),
    min: f.optional('Lowest', 'The lowest number that makes sense in any year; left out, 0.', quantity()),
    max: f.optional(
      'Highest',
      'The highest number that makes sense in any year; left out, 100% for percentages.',
      quantity(),
    ),
    source: sourceField(f, 'Where the values are from.'),
    scenarios: f.optional(
      'Scenarios',
      'The values of the cautious and of the hopeful case.',
      z.strictObject({
        conservative: f.optional('Conservative', 'One value for each year.', yearValues()),
        optimistic: f.optional('Optimistic', 'One value for each year.', yearValues()),
      }),
    ),
  });

const formulaField = (f: Fields, hint: string) => f.required('Formula', hint, formula(), '0');

const line = (f: Fields) =>
  z.strictObject({
    id: idField(f, 'line'),
    label: labelField(f, 'A few words: what the value is.'),
    help: f.optional('Help', 'One sentence: why it is worked out like this.', f.text(300)),
    formula: formulaField(f, 'A formula such as requests * hours_per_request; other formulas use it by its id.'),
    unit: unit(f),
    show: f.flag('Show', 'Yes shows it among the results; left out, it is in the explanation and the workbook only.'),
  });

const riskField = (f: Fields, hint: string) => f.optional('Risk', hint, share());

const benefit = (f: Fields) =>
  z.strictObject({
    id: idField(f, 'benefit'),
    label: labelField(f, 'A few words: what gets better.'),
    help: f.optional('Help', 'One or two sentences: what is counted, and what is left out on purpose.', f.text(600)),
    kind: f.required(
      'Kind',
      `One of ${BENEFIT_KINDS.join(', ')}: finance trusts them in about this order.`,
      z.enum(BENEFIT_KINDS),
      'cost',
    ),
    formula: formulaField(f, 'A formula for what it is worth in a year at full effect, before ramp and risk.'),
    ramp: f.optional('Ramp', 'The id of a series: the share of the full effect that each year reaches.', id()),
    risk: riskField(f, 'A percentage such as 15%, taken off because things may turn out worse; left out, none.'),
    source: sourceField(f, 'Where the way of counting is from.'),
    on_by_default: f.defaulted(
      'On by default',
      'No leaves it out until the reader switches it on; left out, yes.',
      z.boolean(),
      true,
    ),
  });

const cost = (f: Fields) =>
  z.strictObject({
    id: idField(f, 'cost'),
    label: labelField(f, 'A few words: what has to be paid for.'),
    help: f.optional('Help', 'One or two sentences: what is in it.', f.text(600)),
    initial: f.optional('Initial', 'A formula for what is paid once, before the first year.', formula()),
    annual: f.optional('Annual', 'A formula for what is paid in every year.', formula()),
    risk: riskField(f, 'A percentage such as 10%, added because it may cost more; left out, none.'),
    source: sourceField(f, 'Where the price or the effort is from.'),
  });

const output = (f: Fields) =>
  z.strictObject({
    id: idField(f, 'output'),
    label: labelField(f, 'A few words: what the result is.'),
    formula: formulaField(f, 'A formula that gives one figure; TOTAL(name) adds up the years.'),
    format: f.defaulted('Format', `One of ${UNITS.join(', ')}; left out, count.`, z.enum(UNITS), 'count'),
    unit_note: f.optional('Unit note', 'A few words after the number, such as “a day” or “days”.', f.text(40)),
    help: f.optional('Help', 'One sentence: how to read it, and what is usual.', f.text(300)),
  });

const byName = () => z.record(z.string(), quantity());

const modelTest = (f: Fields) =>
  z.strictObject({
    name: f.required('Name', 'A few words: what the test shows.', z.string().min(1).max(120), ''),
    inputs: f.optional('Inputs', 'Inputs by id that differ from their defaults.', byName()),
    series: f.optional(
      'Series',
      'Series by id that differ, one value for each year.',
      z.record(z.string(), yearValues()),
    ),
    off: f.list('Off', 'Ids of benefits that are switched off.', id()),
    on: f.list('On', 'Ids of benefits that are switched on.', id()),
    discount_rate: f.optional('Discount rate', 'A percentage that differs from the default.', quantity()),
    scenario: f.optional('Scenario', `One of ${SCENARIOS.join(', ')}; left out, expected.`, z.enum(SCENARIOS)),
    expect: f.required(
      'Expect',
      'Any id or standard figure with the number it must have, or an error such as "#NUM!".',
      z.record(z.string(), numberOrText(z.union([z.number(), z.string()]))),
      {},
    ),
    tolerance: f.optional(
      'Tolerance',
      'By how much a number may differ; left out, a millionth of it.',
      z.number().min(0),
    ),
  });

/** What companies of an industry usually put in, so that a rep can open the calculator with their numbers. */
const industryNumbers = (f: Fields) =>
  z.strictObject({
    industry: f.required('Industry', 'Whose numbers they are.', f.reference('industries'), ''),
    values: f.required(
      'Values',
      'Inputs that differ from their defaults, each by its id.',
      z
        .array(
          z.strictObject({
            input: f.required('Input', 'The id of an input.', id(), ''),
            value: f.required('Value', 'A number such as 600, or 22%.', quantity(), 0),
          }),
        )
        .max(60),
      [],
    ),
    source: sourceField(f, 'Where the numbers are from.'),
  });

/** A model that works something out: for a prospect’s finance team to check, formula by formula. */
export const calculator = (f: Fields) =>
  z.strictObject({
    ...assetFields(f, 'public'),
    model_version: f.defaulted(
      'Model version',
      'A whole number: raise it when a formula changes; a shared link says which version it was made with.',
      z.int().min(1).max(100_000),
      1,
    ),
    locale: f.optional(
      'Locale',
      'A language tag such as en-GB: how numbers are read and written; left out, the site’s own.',
      z
        .string()
        .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, { error: 'must be a language tag such as en-GB' }),
    ),
    currency: f.defaulted(
      'Currency',
      'A three-letter code such as EUR: a label for amounts, which are never converted; left out, EUR.',
      z.string().regex(/^[A-Z]{3}$/, { error: 'must be a three-letter code such as EUR' }),
      'EUR',
    ),
    horizon_years: f.defaulted(
      'Horizon',
      'A whole number of years that are worked out; left out, 3.',
      z.int().min(1).max(LONGEST_HORIZON),
      3,
    ),
    discount_rate: f.optional(
      'Discount rate',
      'By how much a later year counts less; left out, 10%, to be changed between 0% and 30%.',
      z.strictObject({
        default: f.required('Default', 'A percentage such as 10%.', quantity(), 0.1),
        min: f.optional('Lowest', 'A percentage; left out, 0%.', share()),
        max: f.optional('Highest', 'A percentage; left out, 30%.', share()),
      }),
    ),
    inputs: f.required(
      'Inputs',
      'What the reader can change, each with its default, range and source.',
      z.array(input(f)).max(60),
      [],
    ),
    series: f.list('Series', 'Values that differ by year, such as how fast people take it up.', series(f), { max: 20 }),
    lines: f.list('Lines', 'Values in between, so that no formula is long.', line(f), { max: 100 }),
    benefits: f.list('Benefits', 'What gets better, in money a year.', benefit(f), { max: 30 }),
    costs: f.list('Costs', 'What has to be paid, once and every year.', cost(f), { max: 30 }),
    outputs: f.list('Outputs', 'Results beside the standard ones.', output(f), { max: 30 }),
    by_industry: f.list(
      'By industry',
      'An industry’s own numbers: the deal desk opens the calculator with them.',
      industryNumbers(f),
      { max: 40 },
    ),
    headlines: f.list(
      'Headlines',
      'Up to four ids of outputs or standard figures shown largest; left out, net present value, ROI and payback.',
      id(),
      { max: 4 },
    ),
    cost_of_inaction: f.optional(
      'Cost of inaction',
      'What a month of waiting costs; left out, the first year’s benefits less its running costs, by twelve.',
      z.strictObject({
        mode: f.defaulted(
          'Mode',
          'One of net_first_year, which is what the first year would bring, and status_quo, which is what today costs by a formula of its own.',
          z.enum(INACTION_MODES),
          'net_first_year',
        ),
        status_quo_formula: f.optional('Status quo formula', 'A formula for what today costs in a year.', formula()),
      }),
    ),
    methodology: f.optional('Methodology', 'Markdown: how the model was made, and what it leaves out.', f.markdown()),
    disclosure: f.optional(
      'Disclosure',
      'One or two sentences: who made it, and what it is no promise of.',
      f.text(600),
    ),
    call_to_action: f.optional('Call to action', 'What the reader should do next.', link(f)),
    tests: f.list('Tests', 'Cases with known results; a wrong one stops the build.', modelTest(f), { max: 50 }),
  });
