const SECOND = 1000;

/** Hands a file to the browser under a name that says what it is. */
export const offerFile = (name: string, parts: BlobPart[], type: string): void => {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60 * SECOND);
};
