/** Finding on the card: lines without the words step aside, and the words stand out in the others. */
import { foldQuery, placesOf } from '../../domain/find-text.ts';
import { fill } from '../../domain/ui.ts';

/** What is shown or hidden as one. */
const LINES = ':is(.questions, .answers, .plain, .news, .lines ul) > li, .dialogue > div, tbody > tr, .say-this, .card';
const HIGHLIGHT = 'found';
const WAIT = 80;

/** Words that belong to the tools, not to the card. */
const TOOLS = '.card-tools, .card-found, copy-answer, .outside-mark';

const textsIn = (line: Element): Text[] => {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(TOOLS)) texts.push(node);
  }
  return texts;
};

const rangesIn = (line: Element, query: string): Range[] =>
  textsIn(line).flatMap((text) =>
    placesOf(text.data, query).map(([start, end]) => {
      const range = new Range();
      range.setStart(text, start);
      range.setEnd(text, end);
      return range;
    }),
  );

/** Browsers without highlights still hide the other lines. */
const highlight = (ranges: readonly Range[]): void => {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(HIGHLIGHT);
  else CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
};

const showAll = (card: HTMLElement): void => {
  for (const hidden of card.querySelectorAll('[data-beside]')) hidden.removeAttribute('data-beside');
  delete card.dataset['finding'];
  highlight([]);
};

/** Hides what has not the words. @returns how many lines have them */
const filter = (card: HTMLElement, query: string): number => {
  card.dataset['finding'] = '';
  const ranges: Range[] = [];
  let count = 0;
  for (const line of card.querySelectorAll(LINES)) {
    const found = rangesIn(line, query);
    line.toggleAttribute('data-beside', found.length === 0);
    if (found.length > 0) count += 1;
    ranges.push(...found);
  }
  for (const section of card.querySelectorAll('section[data-field]')) {
    const lines = [...section.querySelectorAll(LINES)];
    const loose = lines.length === 0 ? rangesIn(section, query) : [];
    ranges.push(...loose);
    if (loose.length > 0) count += 1;
    const isEmpty =
      !section.matches(LINES) && loose.length === 0 && lines.every((line) => line.matches('[data-beside]'));
    if (!section.matches(LINES)) section.toggleAttribute('data-beside', isEmpty);
  }
  highlight(ranges);
  return count;
};

/** @param card with a search field and a place for what was found */
export const startFinding = (card: HTMLElement): void => {
  const field = card.querySelector<HTMLInputElement>('.card-find input');
  const status = card.querySelector('.card-found');
  if (!field || !status) return;
  const { foundNone = '', foundOne = '', foundMany = '' } = card.dataset;
  const find = (): void => {
    const query = foldQuery(field.value);
    if (query === '') {
      showAll(card);
      status.textContent = '';
      return;
    }
    const count = filter(card, query);
    const label = count === 0 ? foundNone : count === 1 ? foundOne : foundMany;
    status.textContent = fill(label, { count, query: field.value.trim() });
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, WAIT);
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    field.value = '';
    find();
    field.blur();
  });
};
