/** What the health of the library is told by: one finding each, as the store of an internal build holds them. */
import { z } from 'zod';

/** In the order in which they are told: what is wrong before what is untidy. */
export const FINDING_KINDS = [
  'contradiction',
  'claim_expired',
  'claim_expiring',
  'consent_lapsed',
  'consent_lapsing',
  'review_overdue',
  'asset_expired',
  'near_duplicate',
  'unlinked',
  'long_read',
  'no_share_image',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The sentences that findings are told in; most kinds have one. */
export const FINDING_WORDINGS = [
  'contradiction_figure',
  'contradiction_claims',
  'contradiction_them',
  'contradiction_us',
  'contradiction_price',
  'contradiction_answer',
  'claim_expired',
  'claim_expired_unused',
  'claim_expiring',
  'claim_expiring_unused',
  'consent_lapsed',
  'consent_lapsing',
  'review_overdue',
  'asset_expired',
  'near_duplicate',
  'unlinked',
  'long_read',
  'no_share_image',
] as const;
export type FindingWording = (typeof FINDING_WORDINGS)[number];

const placeSchema = z.object({
  collection: z.string(),
  id: z.string(),
  /** As the author knows it: `content/kits/retail.md`. */
  file: z.string(),
  title: z.string(),
});

/** An entry that a finding is about. */
export type Place = z.output<typeof placeSchema>;

export const findingSchema = z.object({
  kind: z.enum(FINDING_KINDS),
  /** Which of the sentences of its kind tells it. */
  wording: z.enum(FINDING_WORDINGS),
  /** What to open in order to mend it. */
  subject: placeSchema,
  /** Other entries that it is about: where a claim is used, what else says otherwise. */
  others: z.array(placeSchema),
  /** Who keeps it true; empty where nobody is named. */
  owner: z.string(),
  /** What the sentence is filled with. Days are texts such as `2026-03-15`. */
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.output<typeof findingSchema>;

export const healthSchema = z.object({
  findings: z.array(findingSchema),
  /** Findings about what is in no build: only their number is told there. */
  outside: z.number(),
});
export type Health = z.output<typeof healthSchema>;
