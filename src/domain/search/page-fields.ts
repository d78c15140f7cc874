/** Names of what the search index holds of a page beside its text: filters, and words that are found but not shown. */

export const TYPE = 'type';
export const OWNER = 'owner';
export const AUDIENCE = 'audience';
/** The day of the next review: the reader's browser works out from it what is overdue. */
export const DUE = 'due';
/** Searched, never shown: editors' keywords, synonyms of a term. */
export const KEYWORDS = 'keywords';
/** What the page is tagged with, searched as words. */
export const TAGS = 'tags';
/** Assets can be sorted by it: the n-th of them is the n-th row of the library's columns. */
export const ROW = 'row';
