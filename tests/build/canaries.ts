/**
 * Entries of every collection, made from the schemas, with a word of its own in every field: a canary.
 * A new type or field is covered as soon as it is declared.
 */
import { z } from 'zod';
import { fieldPlan, type PlannedField } from '../../src/schemas/field-plan.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';

const nodeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  maximum: z.number().optional(),
  enum: z.array(z.string()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  get properties() {
    return z.record(z.string(), nodeSchema).optional();
  },
  get items() {
    return nodeSchema.optional();
  },
});
type Node = z.infer<typeof nodeSchema>;

/** How a canary is written; nothing else has this word in it. */
export const CANARY = 'zqcanary';

export interface Canary {
  word: string;
  /** `battlecards/secret: do_not_say.0` */
  of: string;
}

/** A field of an entry in the making. */
export interface Place {
  collection: CollectionName;
  field: PlannedField | undefined;
  /** Not every reader of the entry may see it. */
  isRestricted: boolean;
}

export interface Words {
  /** The text of a field. */
  text: (place: Place) => string;
  /** A distinctive number, or a plain one. */
  number: (place: Place) => number;
  /** Ids for a reference; a single one takes the first. */
  references: (target: string) => string[];
  /** A path in the media folder. */
  media: (place: Place) => string;
}

const FIXED: Readonly<Record<string, unknown>> = {
  status: 'approved',
  expires_on: '2027-12-31',
  publish_on: '2026-01-01',
  reviewed_on: '2026-11-20',
  review_every: 90,
  language: 'en',
  currency: 'EUR',
  locale: 'en-GB',
  nda: false,
};

/** A model must hold together: these name what the model has, and are left out. */
const OF_MODELS = ['ramp', 'headlines', 'tests'];

/** A name as formulas have them, and like no other of the model. */
const idInModel = (text: string, list: string): string =>
  `${list}_${text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`;

/** Data of an approved entry with every field filled in. */
export const fullEntry = (collection: CollectionName, words: Words): Record<string, unknown> => {
  const plan = new Map(fieldPlan(collection).map((field) => [field.path.join('.'), field]));
  const root = nodeSchema.parse(
    z.toJSONSchema(collections[collection].approved, { io: 'input', unrepresentable: 'any', reused: 'inline' }),
  );

  const valueOf = (node: Node, path: readonly string[]): unknown => {
    const field = plan.get(path.join('.'));
    const isRestricted = path.some((_, i) => {
      const audience = plan.get(path.slice(0, i + 1).join('.'))?.audience;
      return audience !== undefined && audience !== 'public';
    });
    const place: Place = { collection, field, isRestricted };
    const name = path.filter((step) => step !== '*').at(-1) ?? '';
    if (node.properties) {
      const filled = Object.entries(node.properties)
        .filter(([key]) => collection !== 'calculators' || !OF_MODELS.includes(key))
        .map(([key, child]) => [key, valueOf(child, [...path, key])] as const);
      return Object.fromEntries(filled);
    }
    if (node.items) {
      const item = plan.get([...path, '*'].join('.'));
      return item?.refersTo ? words.references(item.refersTo) : [valueOf(node.items, [...path, '*'])];
    }
    if (Object.hasOwn(FIXED, name)) return FIXED[name];
    if (collection === 'calculators' && name === 'id') return idInModel(words.text(place), path[0] ?? '');
    // A number or a text: a quantity such as 22%, or a formula. 1 is both.
    if (node.anyOf || Array.isArray(node.type)) return 1;
    if (node.enum) return node.enum[0];
    if (node.type === 'boolean') return true;
    if (node.type === 'number' || node.type === 'integer')
      return node.maximum !== undefined && node.maximum < 1e6 ? 1 : words.number(place);
    if (node.format === 'date') return '2026-11-01';
    if (node.format === 'date-time') return '2027-03-15T15:00:00+01:00';
    if (field?.refersTo) return words.references(field.refersTo)[0];
    if (field?.format === 'image' || field?.format === 'file') return words.media(place);
    if (field?.format === 'url') return `https://${words.text(place).replaceAll(/[^a-z0-9]+/g, '-')}.example/`;
    const text = words.text(place);
    return node.pattern === undefined || new RegExp(node.pattern).test(text)
      ? text
      : text
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-|-$/g, '');
  };
  return Object.fromEntries(
    Object.entries(root.properties ?? {})
      .filter(([key]) => collection !== 'calculators' || !OF_MODELS.includes(key))
      .map(([key, child]) => [key, valueOf(child, [key])] as const),
  );
};

/** A PDF with one line of text and a title. */
export const pdf = (title: string, line: string): Buffer => {
  const stream = `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${title}) >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};
