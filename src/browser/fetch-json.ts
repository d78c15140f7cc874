/** @throws {Error} where the file is missing, cut short, or not what `parse` expects */
export const fetchJson = async <T>(address: string, parse: (file: unknown) => T): Promise<T> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered with ${response.status}.`);
  return parse(await response.json());
};
