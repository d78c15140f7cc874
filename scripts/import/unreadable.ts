/** A file that cannot be imported; the message says why, after the file's name. */
export class Unreadable extends Error {}
