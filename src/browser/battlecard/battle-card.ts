/** `<battle-card>`: keys that jump, finding on the card, and how its answers are copied. */
import { startFinding } from './find-on-card.ts';
import { startKeys } from './jump-keys.ts';

class BattleCard extends HTMLElement {
  connectedCallback(): void {
    startFinding(this);
    startKeys(this);
  }
}

customElements.define('battle-card', BattleCard);
