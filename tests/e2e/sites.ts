/** The first of three ports; another one lets two checkouts run their browser tests side by side. */
const FIRST_PORT = Number(process.env['DEALSHELF_TEST_PORT'] ?? 4331);

/** Where the browser tests find each build. */
export const INTERNAL = `http://localhost:${FIRST_PORT}`;
export const PARTNER = `http://localhost:${FIRST_PORT + 1}`;
export const PUBLIC = `http://localhost:${FIRST_PORT + 2}`;

/** One page of every type, by build: every kind of markup that a reader can meet. */
export const PAGES = {
  [INTERNAL]: [
    '/',
    '/search/',
    '/library/',
    '/404.html',
    '/battlecards/',
    '/compare/',
    '/coverage/',
    '/health/',
    '/battlecards/battlecard-corvane/',
    '/battlecards/battlecard-status-quo/',
    '/battlecards/battlecard-status-quo/card/',
    '/case-studies/',
    '/case-studies/eirvale-clinics/',
    '/case-studies/nordic-packaging-manufacturer/',
    '/one-pagers/one-pager-cfo-budgets/',
    '/objections/',
    '/objections/too-expensive/',
    '/resources/write-a-spend-policy/',
    '/resources/mid-market-spend-report-2026/',
    '/security-answers/sa-backup-and-recovery/',
    '/pricing-faqs/pricing-how-we-charge/',
    '/snippets/snippet-first-mail-close/',
    '/claims/',
    '/claims/invoice-cycle-time/',
    '/message-maps/map-champion/',
    '/plays/hold-the-price/',
    '/kits/against-corvane/',
    '/personas/',
    '/personas/economic-buyer/',
    '/stages/decision/',
    '/industries/healthcare/',
    '/competitors/corvane/',
    '/products/halyard-cards/',
    '/use-cases/month-end-close/',
    '/calculators/',
    '/calculators/roi-of-spend-control/',
  ],
  [PUBLIC]: [
    '/',
    '/search/',
    '/library/',
    '/case-studies/',
    '/resources/',
    '/resources/halyard-or-corvane/',
    '/case-studies/eirvale-clinics/card/',
    '/personas/legal/',
    '/kits/manufacturing-mid-market/',
    '/calculators/what-waiting-costs/',
    '/calculators/b2b-metrics/',
    '/calculators/roi-of-spend-control/embed/',
  ],
};
