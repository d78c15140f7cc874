/** `<add-to-kit data-asset="battlecards/corvane" data-title="…">`: a button that takes an asset into the kit, or out of it. */
import { isAssetKey, MOST } from '../../domain/kit/kit.ts';
import { button } from '../element.ts';
import { wordsOf, type Say } from '../words.ts';
import { announce } from './announce.ts';
import { addToKit, isInKit, onKitChange, readKit, removeFromKit } from './store.ts';

class AddToKit extends HTMLElement {
  #end: (() => void) | undefined;

  connectedCallback(): void {
    const { asset = '', title = '' } = this.dataset;
    // Builds without kits have no words for them.
    const say = wordsOf(document.body, 'kitWords');
    if (!isAssetKey(asset) || say('add') === '') return;
    const pressed = this.querySelector('button') ?? makeButton(asset, title, say);
    const show = (): void => pressed.setAttribute('aria-pressed', String(isInKit(asset)));
    this.replaceChildren(pressed);
    this.#end = onKitChange(show);
    show();
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#end?.();
  }
}

const makeButton = (asset: string, title: string, say: Say): HTMLButtonElement => {
  const made = button('pin kit-button', say('add'), () => {
    announce(toggle(asset, say));
  });
  made.title = say('add_hint');
  if (title !== '') made.setAttribute('aria-label', say('add_named', { title }));
  return made;
};

/** @returns what there is to say about it */
const toggle = (asset: string, say: Say): string => {
  if (isInKit(asset)) removeFromKit(asset);
  else addToKit(asset);
  const count = readKit().items.length;
  if (isInKit(asset)) return say('added', { count });
  return count >= MOST.items ? say('full', { count }) : say('removed', { count });
};

customElements.define('add-to-kit', AddToKit);
