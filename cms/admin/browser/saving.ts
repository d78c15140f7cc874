/** Before an entry is saved: everything that the check would say of it, said here, in its words. */
import { fill } from '../../../src/domain/ui.ts';
import { problemsBeforeSave, type FormProblem } from '../../form/before-save.ts';
import type { EditorPage } from '../settings.ts';
import { fetchLibrary, todayOf } from './library.ts';

type Words = EditorPage['words'];

/** What Decap hands to a listener: an immutable map. */
interface SavedEntry {
  get(key: string): unknown;
}
interface Plain {
  toJS(): unknown;
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && 'toJS' in value && typeof value.toJS === 'function';

/** The fields of an entry as plain values. */
export const dataOf = (value: unknown): Record<string, unknown> => {
  const data = isPlain(value) ? value.toJS() : value;
  return typeof data === 'object' && data !== null ? { ...data } : {};
};

/** What the library's last build cannot know for sure: the other entry may have been published since. */
const MAY_BE_NEW: ReadonlySet<string> = new Set(['UNKNOWN_REFERENCE', 'BROKEN_LINK', 'MISSING_FILE']);

const isError = ({ severity }: FormProblem): boolean => severity === 'error';

/** Throws where the entry must not be saved so; the form keeps everything that was typed. */
export const refuseIncomplete =
  (words: Words) =>
  async ({ entry }: { entry: SavedEntry }): Promise<void> => {
    const collection = entry.get('collection');
    const slug = entry.get('slug');
    if (typeof collection !== 'string') return;
    const library = await fetchLibrary();
    const problems = problemsBeforeSave(collection, dataOf(entry.get('data')), {
      entries: library.entries,
      settings: library.settings,
      today: todayOf(library),
      ...(typeof slug === 'string' && slug !== '' ? { id: slug } : {}),
    }).filter(isError);
    if (problems.length === 0) return;
    const isSure = problems.some(({ code }) => !MAY_BE_NEW.has(code));
    const isWanted = await showProblems(problems, words, !isSure);
    if (!isWanted) throw new Error(words.not_saved);
  };

/** One after the other, each with the name of its field. @returns whether it shall be saved all the same */
const showProblems = (problems: readonly FormProblem[], words: Words, mayInsist: boolean): Promise<boolean> => {
  const dialog = document.createElement('dialog');
  dialog.className = 'editor-problems';
  const heading = element(
    'h2',
    problems.length === 1 ? words.problem_one : fill(words.problem_many, { count: problems.length }),
  );
  heading.id = 'editor-problems-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  const list = document.createElement('ul');
  for (const { label, message } of problems) {
    const item = document.createElement('li');
    if (label !== '') item.append(element('strong', label), ' ');
    item.append(message);
    list.append(item);
  }
  const actions = document.createElement('form');
  actions.method = 'dialog';
  actions.append(button('back', words.back));
  if (mayInsist) actions.append(button('save', words.save_anyway));
  dialog.append(heading, element('p', words.nothing_lost), list, actions);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'save');
    });
  });
};

const element = <K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] =>
  Object.assign(document.createElement(name), { textContent: text });

const button = (value: string, text: string): HTMLButtonElement => Object.assign(element('button', text), { value });
