/** The words of the interface that the build has written into an element, as one attribute. */
import { isRecord, isText } from '../domain/guards.ts';
import { fill } from '../domain/ui.ts';

/** A label by its name, with values in its places; empty where the build has none. */
export type Say = (name: string, values?: Readonly<Record<string, string | number>>) => string;

const parse = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
};

/** @param attribute the one that holds them: `data-words` */
export const wordsOf = (host: HTMLElement, attribute = 'words'): Say => {
  const words = parse(host.dataset[attribute]);
  return (name, values = {}) => {
    const label = isRecord(words) ? words[name] : undefined;
    return isText(label) ? fill(label, values) : '';
  };
};
