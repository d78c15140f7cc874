/** What the health of the library is told by: one finding each. */

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

/** An entry that a finding is about. */
export interface Place {
  collection: string;
  id: string;
  /** As the author knows it: `content/kits/retail.md`. */
  file: string;
  title: string;
}

export interface Finding {
  kind: FindingKind;
  /** Which of the sentences of its kind tells it. */
  wording: FindingWording;
  /** What to open in order to mend it. */
  subject: Place;
  /** Other entries that it is about: where a claim is used, what else says otherwise. */
  others: Place[];
  /** Who keeps it true; empty where nobody is named. */
  owner: string;
  /** What the sentence is filled with. Days are texts such as `2026-03-15`. */
  args: Record<string, string | number>;
}

export interface Health {
  findings: Finding[];
  /** Findings about what is in no build: only their number is told there. */
  outside: number;
}
