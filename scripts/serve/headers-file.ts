/** `_headers` of a finished build, read as static hosts read it, so that a build is tried with what it asks for. */

interface Rule {
  path: RegExp;
  /** Names of headers that earlier rules have set and this one takes away. */
  removes: string[];
  sets: [name: string, value: string][];
}

/** Headers of an answer, by their name in small letters. */
export type Headers = ReadonlyMap<string, string>;

/** `:name` stands for one step of a path, `*` for anything. */
const toPattern = (path: string): RegExp => {
  const source = path
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll(/:[a-z]\w*/gi, '[^/]+');
  return new RegExp(`^${source}$`);
};

export const parseHeadersFile = (text: string): Rule[] => {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    const rule = rules.at(-1);
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (/^\S/.test(line)) rules.push({ path: toPattern(line.trim()), removes: [], sets: [] });
    else if (line.trim().startsWith('!')) rule?.removes.push(line.trim().slice(1).trim().toLowerCase());
    else {
      const [, name = '', value = ''] = /^\s*([^:\s]+):\s*(.*)$/.exec(line) ?? [];
      rule?.sets.push([name.toLowerCase(), value]);
    }
  }
  return rules;
};

/** All rules that match count, one after the other; values of the same header are added up. */
export const headersFor = (rules: readonly Rule[], path: string): Headers => {
  const headers = new Map<string, string>();
  for (const { removes, sets } of rules.filter((rule) => rule.path.test(path))) {
    for (const name of removes) headers.delete(name);
    for (const [name, value] of sets) {
      const known = headers.get(name);
      headers.set(name, known === undefined ? value : `${known}, ${value}`);
    }
  }
  return headers;
};
