/**
 * `<objection-finder>`: what the prospect said, and at once what to answer. The list of the page stays until something
 * is typed or chosen, and where the files cannot be had.
 */
import { createFindObjection, type FindObjection } from '../../domain/objections/find-objection.ts';
import {
  ANSWERS_A_FILE,
  parseAnswers,
  parseObjections,
  type Answer,
  type HeardObjection,
} from '../../domain/objections/objection-file.ts';
import { saidFor } from '../../domain/search/search-words.ts';
import { createFiles, type ThingsAt } from '../facets/cards.ts';
import { createPagedList, type PagedList } from '../facets/paged-list.ts';
import { fetchJson } from '../fetch-json.ts';
import { needPart, partOf, reveal, tell } from '../parts.ts';
import { loadWords } from '../search/load-words.ts';
import { wordsOf, type Say } from '../words.ts';
import { answerItem } from './answer-item.ts';

/** A pause in typing after which it is worth looking, in milliseconds. */
const PAUSE = 120;
const LONGEST_SENTENCE = 400;

interface Loaded {
  objections: readonly HeardObjection[];
  find: FindObjection;
  answersAt: ThingsAt<Answer>;
}

interface State {
  sentence: string;
  category: string;
  force: string;
}

/** An objection that fits, by its place in the list. */
interface Shown {
  objection: number;
  said: string | undefined;
}

const load = async (): Promise<Loaded> => {
  const [{ stamp, objections }, words] = await Promise.all([
    fetchJson('/library/objections.json', parseObjections),
    loadWords(),
  ]);
  const answersAt = createFiles({
    address: (file) => `/library/answers-${file}.json`,
    size: ANSWERS_A_FILE,
    parse: (file) => parseAnswers(file, stamp),
  });
  return { objections, find: createFindObjection(objections, saidFor(words)), answersAt };
};

const isEmpty = ({ sentence, category, force }: State): boolean => sentence + category + force === '';

const matching = ({ objections, find }: Loaded, { sentence, category, force }: State): Shown[] => {
  const found: Shown[] =
    sentence === '' ? objections.map((_, objection) => ({ objection, said: undefined })) : find(sentence);
  return found.filter(({ objection }) => {
    const heard = objections[objection];
    return (category === '' || heard?.category === category) && (force === '' || heard?.force === force);
  });
};

class ObjectionFinder extends HTMLElement {
  #say: Say = () => '';
  #loading: Promise<Loaded> | undefined;
  #list: PagedList | undefined;
  #state: State = { sentence: '', category: '', force: '' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#say = wordsOf(this);
    this.#list = createPagedList(() => tell(this.#say('unavailable')));
    const field = needPart('sentence', HTMLInputElement);
    const type = async (): Promise<void> => {
      clearTimeout(this.#timer);
      const sentence = field.value.trim();
      if (sentence !== this.#state.sentence) await this.#change({ sentence }, 'replace');
    };
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void type(), PAUSE);
    });
    for (const name of ['category', 'force'] as const) {
      const select = partOf(name, HTMLSelectElement);
      select?.addEventListener('change', () => void this.#change({ [name]: select.value }, 'push'));
    }
    this.addEventListener('keydown', (event) => this.#walk(event, type));
    addEventListener('popstate', () => this.#readAddress());
    reveal('tools', true);
    this.#readAddress();
  }

  #load(): Promise<Loaded> {
    const loading = (this.#loading ??= load());
    loading.catch(() => (this.#loading = undefined));
    return loading;
  }

  #readAddress(): void {
    const address = new URLSearchParams(location.search);
    const known = (name: string): string => {
      const select = partOf(name, HTMLSelectElement);
      const value = address.get(name) ?? '';
      return [...(select?.options ?? [])].some((option) => option.value === value) ? value : '';
    };
    const sentence = (address.get('q') ?? '').slice(0, LONGEST_SENTENCE).trim();
    this.#state = { sentence, category: known('category'), force: known('force') };
    void this.#render();
  }

  #change(change: Partial<State>, how: 'push' | 'replace'): Promise<void> {
    this.#state = { ...this.#state, ...change };
    const { sentence, category, force } = this.#state;
    const address = new URL(location.href);
    address.search = new URLSearchParams([
      ...(sentence ? [['q', sentence]] : []),
      ...(category ? [['category', category]] : []),
      ...(force ? [['force', force]] : []),
    ]).toString();
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    return this.#render();
  }

  async #render(): Promise<void> {
    const state = this.#state;
    this.#showState(state);
    reveal('index', isEmpty(state));
    reveal('found', !isEmpty(state));
    if (isEmpty(state)) {
      this.#list?.clear();
      tell('');
      return;
    }
    try {
      const loaded = await this.#load();
      if (state !== this.#state) return;
      const shown = matching(loaded, state);
      reveal('empty', shown.length === 0);
      const saids = new Map(shown.map(({ objection, said }) => [objection, said]));
      const first = shown[0]?.objection;
      const isShown = await this.#list?.show(
        shown.map(({ objection }) => objection),
        async (places) => {
          const answers = await loaded.answersAt(places);
          return answers.flatMap((answer, i) => {
            const place = places[i] ?? -1;
            const heard = loaded.objections[place];
            const isOpen = place === first && state.sentence !== '';
            return heard ? [answerItem({ heard, answer, said: saids.get(place), isOpen }, this.#say)] : [];
          });
        },
      );
      if (isShown) tell(this.#say(shown.length === 1 ? 'count_one' : 'count', { count: shown.length }));
    } catch {
      if (state !== this.#state) return;
      this.#list?.clear();
      reveal('index', true);
      reveal('found', false);
      tell(this.#say('unavailable'));
    }
  }

  #showState({ sentence, category, force }: State): void {
    const field = needPart('sentence', HTMLInputElement);
    // What is being typed is never changed under the reader's hands.
    if (field.value.trim() !== sentence) field.value = sentence;
    const selects = { category, force };
    for (const name of ['category', 'force'] as const) {
      const select = partOf(name, HTMLSelectElement);
      if (select) select.value = selects[name];
    }
  }

  /** Arrow keys walk from the field through the answers and back; Enter in the field goes to the first of them. */
  #walk(event: KeyboardEvent, type: () => Promise<void>): void {
    const field = needPart('sentence', HTMLInputElement);
    const titlesNow = (): HTMLElement[] => [...this.querySelectorAll<HTMLElement>('.answer h3 a')];
    const isField = document.activeElement === field;
    if (event.key === 'Enter' && isField) {
      event.preventDefault();
      void type().then(() => this.#open(titlesNow()[0]));
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const titles = titlesNow();
    const at = titles.findIndex((title) => title === document.activeElement);
    if (at < 0 && !isField) return;
    event.preventDefault();
    if (event.key === 'ArrowDown') this.#open(titles[Math.min(at + 1, titles.length - 1)]);
    else if (at === 0) field.focus();
    else if (at > 0) this.#open(titles[at - 1]);
  }

  /** The answer that the reader goes to shows all it has. */
  #open(title: HTMLElement | undefined): void {
    const details = title?.closest('.answer')?.querySelector('details');
    if (details) details.open = true;
    title?.focus();
  }
}

customElements.define('objection-finder', ObjectionFinder);
