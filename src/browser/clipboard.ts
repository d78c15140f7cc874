/** @returns a promise that fails where there is no clipboard, as without a secure connection, or no permission to use it */
export const copyPlain = (text: string): Promise<void> =>
  navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
