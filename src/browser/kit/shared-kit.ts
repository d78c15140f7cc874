/**
 * `<shared-kit>`: shows what a shared link holds, as the public site tells it today. Titles come from the site's own
 * data; what the sender typed is shown as text, and as the sender's.
 */
import { isPublicType, openItem, typeOf, type OpenedItem, type PublicType } from '../../domain/kit/since.ts';
import { readShareLink, type LinkFault, type SharedKit } from '../../domain/kit/share-link.ts';
import { formatDay } from '../../domain/ui.ts';
import { element } from '../element.ts';
import { needPart } from '../parts.ts';
import { wordsOf, type Say } from '../words.ts';

const day = (date: string): string => formatDay(date, document.documentElement.lang);

/** What somebody typed may run in any direction. */
const typed = <K extends keyof HTMLElementTagNameMap>(name: K, className: string, text: string) => {
  const made = element(name, className, text);
  made.dir = 'auto';
  return made;
};

/** Types of the link, as far as the public site has them. @throws {Error} where the site cannot be asked */
const fetchTypes = async ({ items }: SharedKit): Promise<Map<string, PublicType>> => {
  const names = [...new Set(items.map(({ asset }) => typeOf(asset)))];
  const found = await Promise.all(names.map(async (name) => [name, await fetchType(name)] as const));
  return new Map(found.flatMap(([name, type]) => (type ? [[name, type] as const] : [])));
};

const fetchType = async (name: string): Promise<PublicType | undefined> => {
  const response = await fetch(`/${name}/index.json`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${name} answered with ${response.status}.`);
  const file: unknown = await response.json();
  if (!isPublicType(file)) throw new Error(`${name} is no data of a type.`);
  return file;
};

class SharedKitElement extends HTMLElement {
  readonly #say: Say = wordsOf(this);
  readonly #end = new AbortController();
  /** Another link may be opened while the first is looked up. */
  #opened = 0;

  connectedCallback(): void {
    addEventListener('hashchange', () => void this.#open(), { signal: this.#end.signal });
    void this.#open();
  }

  disconnectedCallback(): void {
    this.#end.abort();
  }

  async #open(): Promise<void> {
    const mine = ++this.#opened;
    const read = readShareLink(this.dataset['site'] ?? '', location.hash);
    if (read.fault) {
      this.#refuse(read.fault);
      return;
    }
    this.#show(read.kit.title || this.#say('title'), this.#say('loading'));
    try {
      const types = await fetchTypes(read.kit);
      if (mine === this.#opened) this.#fill(read.kit, types);
    } catch {
      if (mine === this.#opened) this.#show(read.kit.title || this.#say('title'), this.#say('unavailable'));
    }
  }

  #refuse(fault: LinkFault): void {
    const title = this.#say(fault === 'missing' ? 'missing_title' : 'refused_title');
    this.#show(title, this.#say(fault));
  }

  #show(title: string, status: string, ...content: Node[]): void {
    needPart('title', HTMLElement).textContent = title;
    needPart('status', HTMLElement).textContent = status;
    needPart('content', HTMLElement).replaceChildren(...content);
  }

  #fill(kit: SharedKit, types: ReadonlyMap<string, PublicType>): void {
    const say = this.#say;
    const opened = kit.items.map((item) => openItem(item, kit.madeOn, types));
    const list = element('ol', 'shared-items', ...opened.map((item) => this.#item(item)));
    this.#show(
      kit.title || say('title'),
      `${say('made_on', { date: day(kit.madeOn) })} ${this.#sinceThen(opened)}`,
      element('p', 'notice', say('sender', { site: this.dataset['brand'] ?? '' })),
      element('section', '', element('h2', '', say('items')), list),
      ...(kit.plan.length > 0 ? [this.#plan(kit)] : []),
    );
  }

  #sinceThen(opened: readonly OpenedItem[]): string {
    const count = (state: OpenedItem['state']) => opened.filter((item) => item.state === state).length;
    const [updated, gone] = [count('updated'), count('gone')];
    if (updated + gone === 0) return this.#say('unchanged');
    const changes = [
      ...(updated > 0 ? [this.#say('changed_updated', { count: updated })] : []),
      ...(gone > 0 ? [this.#say('changed_gone', { count: gone })] : []),
    ];
    return this.#say('changed', { changes: changes.join(', ') });
  }

  #item(item: OpenedItem): HTMLLIElement {
    const say = this.#say;
    if (item.state === 'gone') return element('li', 'card shared-gone', element('p', '', say('gone')));
    const { asset, type, why, updatedOn } = item;
    const link = element('a', '', asset.title);
    // The path only: a test or a preview of the site has another origin than its data.
    link.href = new URL(asset.url).pathname;
    const badge = element('span', 'mark', updatedOn ? say('updated_on', { date: day(updatedOn) }) : say('updated'));
    const reviewed = asset.reviewed_on ? say('reviewed', { date: day(asset.reviewed_on) }) : '';
    return element(
      'li',
      'card',
      element(
        'p',
        'card-top',
        element('span', 'eyebrow', say(`type_${type}`)),
        ...(item.state === 'updated' ? [badge] : []),
      ),
      element('h3', 'card-title', link),
      ...(why ? [element('blockquote', 'shared-why', typed('p', '', why))] : []),
      element('p', '', asset.summary),
      element('p', 'card-foot', reviewed),
    );
  }

  #plan({ plan }: SharedKit): HTMLElement {
    const say = this.#say;
    const owners = { us: this.dataset['brand'] ?? '', them: say('them') };
    const heads = ['step', 'who', 'due'].map((name) => {
      const head = element('th', '', say(name));
      head.scope = 'col';
      return head;
    });
    const rows = plan.map(({ step, owner, due }) =>
      element('tr', '', typed('td', '', step), element('td', '', owners[owner]), typed('td', '', due)),
    );
    const table = element(
      'table',
      '',
      element('thead', '', element('tr', '', ...heads)),
      element('tbody', '', ...rows),
    );
    const heading = element('h2', '', say('plan'));
    heading.id = 'page:plan';
    const scroll = element('section', 'table-scroll', table);
    scroll.tabIndex = 0;
    scroll.setAttribute('aria-labelledby', heading.id);
    return element('section', '', heading, scroll);
  }
}

customElements.define('shared-kit', SharedKitElement);
