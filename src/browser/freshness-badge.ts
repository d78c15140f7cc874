/**
 * `<freshness-badge>`: the build has written the badge as of its own day; a build ages, so the state
 * is worked out again for the reader's day.
 */
import { localDay } from './day.ts';
import { freshness } from '../domain/freshness.ts';
import { fill, formatDay } from '../domain/ui.ts';

class FreshnessBadge extends HTMLElement {
  connectedCallback(): void {
    const { reviewed, every, notice, today, due, overdue, fresh } = this.dataset;
    if (!reviewed || !every || !notice) return;
    // An example library is frozen on a day, so that it never looks neglected.
    const day = today || localDay(new Date());
    const { state, due_on } = freshness(reviewed, Number(every), Number(notice), day);
    const label = { fresh, due, overdue, unreviewed: '' }[state];
    if (!label) return;
    this.dataset['state'] = state;
    this.textContent = fill(label, { date: formatDay(due_on, document.documentElement.lang) });
  }
}

customElements.define('freshness-badge', FreshnessBadge);
