/** `<compare-table>`: shows the competitors that were chosen; the address holds the choice, so that it can be sent. */
import { fill } from '../domain/ui.ts';

const PARAMETER = 'with';
/** More columns than this cannot be read side by side. */
const MOST_AT_FIRST = 4;
const FEWEST = 2;

class CompareTable extends HTMLElement {
  connectedCallback(): void {
    const choice = this.querySelector<HTMLFieldSetElement>('.compare-choice');
    const status = this.querySelector('[role="status"]');
    if (!choice || !status) return;
    const boxes = [...choice.querySelectorAll<HTMLInputElement>('input')];
    choice.hidden = false;
    this.#read(boxes);
    this.#show(boxes, status);
    choice.addEventListener('change', () => {
      this.#write(boxes);
      this.#show(boxes, status);
    });
  }

  /** Names that are no competitor's are passed over; too few of them are no choice. */
  #read(boxes: readonly HTMLInputElement[]): void {
    const named = new Set((new URLSearchParams(location.search).get(PARAMETER) ?? '').split(','));
    const known = boxes.filter(({ value }) => named.has(value));
    const chosen = known.length >= FEWEST ? known : boxes.slice(0, MOST_AT_FIRST);
    for (const box of boxes) box.checked = chosen.includes(box);
  }

  #write(boxes: readonly HTMLInputElement[]): void {
    const address = new URL(location.href);
    const ids = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    // A comma may stand in an address as it is, and reads better.
    address.search = `${PARAMETER}=${ids.map(encodeURIComponent).join(',')}`;
    history.replaceState(null, '', address);
  }

  #show(boxes: readonly HTMLInputElement[], status: Element): void {
    const chosen = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
    const isChosen = (cell: HTMLElement): boolean => chosen.has(cell.dataset['of'] ?? '');
    for (const cell of this.querySelectorAll<HTMLElement>('[data-of]')) cell.hidden = !isChosen(cell);
    let count = 0;
    for (const row of this.querySelectorAll<HTMLElement>('tbody > tr')) {
      const known = [...row.querySelectorAll<HTMLElement>('[data-known]')].filter(isChosen).length;
      row.hidden = known < FEWEST;
      if (!row.hidden) count += 1;
    }
    const { countOne = '', countMany = '', tooFew = '' } = this.dataset;
    status.textContent = chosen.size < FEWEST ? tooFew : fill(count === 1 ? countOne : countMany, { count });
  }
}

customElements.define('compare-table', CompareTable);
