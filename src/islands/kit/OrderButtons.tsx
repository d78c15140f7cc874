/** Up, down, out: for a list that is put in order by keyboard as by pointer. */

interface OrderProps {
  onUp: () => void;
  onDown: () => void;
  onRemove: () => void;
  /** Names of the buttons, with what they move. */
  up: string;
  down: string;
  remove: string;
}

/** At the end of the list a button says so, and keeps the keyboard's place. */
export const OrderButtons = ({ onUp, onDown, onRemove, up, down, remove }: OrderProps) => (
  <div className="kit-order">
    <button type="button" aria-label={up} title={up} onClick={onUp}>
      ↑
    </button>
    <button type="button" aria-label={down} title={down} onClick={onDown}>
      ↓
    </button>
    <button type="button" aria-label={remove} title={remove} onClick={onRemove}>
      ✕
    </button>
  </div>
);
