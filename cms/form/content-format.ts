/** How Decap reads and writes our files: by the site's own parser, and without touching what nobody changed. */
import { parseContentFile } from '../../src/domain/content-file.ts';
import { fixOf, reasonOf, severityOf } from '../../src/domain/problems.ts';
import { rewriteContent, UnreadableFile, writeContent, type Content } from './content-text.ts';
import { endingOf, groupedLists, type FormName } from './forms.ts';
import { joinedLists, OWN_KEY, ownDataOf, reviewState, type OwnData, type ReviewRules } from './own-data.ts';
import { fromForm, toForm, type Data } from './values.ts';

/** What Decap calls a formatter. */
export interface ContentFormat {
  fromFile: (text: string) => Record<string, unknown>;
  /** @param order names of the form's fields @throws UnreadableFile where the file could not be read */
  toFile: (data: Data, order?: readonly string[]) => string;
}

const BODY = 'body';

/** @param rules how the state of a review is found; left out, lists cannot be filtered by it */
export const contentFormat = (name: FormName, rules?: ReviewRules): ContentFormat => {
  const ending = endingOf(name);
  return {
    fromFile: (text) => {
      const { parsed, problems } = parseContentFile(`file.${ending}`, text);
      const [first] = problems.filter((problem) => severityOf(problem) === 'error');
      if (!parsed) {
        const own: OwnData = {
          source: text,
          unreadable: first ? `${reasonOf(first)}. ${fixOf(first)}` : 'it is empty',
        };
        return { [OWN_KEY]: own };
      }
      const review = rules && reviewState(name, parsed.data, rules);
      const joined = joinedLists(groupedLists(name), parsed.data);
      const own: OwnData = { source: text, joined, ...(review === undefined ? {} : { review }) };
      return { ...toForm(name, parsed.data), ...bodyField(ending, parsed.body), [OWN_KEY]: own };
    },
    toFile: (data, order = []) => {
      const { source, unreadable } = ownDataOf(data);
      if (unreadable !== undefined)
        throw new UnreadableFile(`The file cannot be saved from here, because it ${unreadable}`);
      const after = contentIn(name, data);
      if (source === undefined) return writeContent(ending, after, order);
      const { parsed } = parseContentFile(`file.${ending}`, source);
      if (!parsed) return writeContent(ending, after, order);
      return rewriteContent(ending, source, normalised(name, parsed), after, order);
    },
  };
};

const bodyField = (ending: 'md' | 'yml', body: string) => (ending === 'md' && body !== '' ? { [BODY]: body } : {});

/** The entry in what a form holds: as the site would read it. */
export const contentIn = (name: FormName, data: Data): Content => {
  if (endingOf(name) === 'yml') return { data: fromForm(name, data), body: '' };
  const { [BODY]: body, ...fields } = data;
  return { data: fromForm(name, fields), body: typeof body === 'string' ? body.trim() : '' };
};

/** What a form would give back untouched: a number in quotes, say, comes back without. */
const normalised = (name: FormName, { data, body }: Content): Content => ({
  data: fromForm(name, toForm(name, data)),
  body,
});
