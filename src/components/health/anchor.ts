/** Where an owner's findings begin, or those of one kind. @param owner as an address can hold it */
export const healthAnchor = (owner: string, kind?: string): string =>
  kind === undefined ? `page:owner-${owner}` : `page:owner-${owner}-${kind}`;
