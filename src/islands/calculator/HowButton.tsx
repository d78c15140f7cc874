/** Asks for the formula behind a figure. */
import { fill } from '../../domain/ui.ts';
import type { CalculatorWords } from './props.ts';

interface Props {
  words: CalculatorWords;
  label: string;
  onClick: () => void;
}

export const HowButton = ({ words, label, onClick }: Props) => (
  <button
    type="button"
    className="calc-how"
    title={words.calculator_page.explain}
    aria-label={fill(words.calculator_page.ask_on, { label })}
    aria-haspopup="dialog"
    onClick={onClick}
  >
    <i>f</i>
  </button>
);
