/** Where a number is from: its text, its day, and the way there. */
import type { SourceDefinition } from '../../domain/calculators/definition.ts';
import { formatDay } from '../../domain/ui.ts';
import type { Calculator } from './use-calculator.ts';

interface Props {
  source: SourceDefinition;
  calculator: Pick<Calculator, 'props' | 'words' | 'formatting'>;
}

export const Source = ({ source, calculator: { props, formatting } }: Props) => {
  const { text, url, dated, claim } = source;
  const address = url ?? (claim === undefined ? undefined : props.claims[claim]);
  const day = dated === undefined ? '' : formatDay(dated, formatting.locale);
  return (
    <>
      {address === undefined ? (
        text
      ) : (
        <a href={address} target={props.isEmbedded ? '_blank' : undefined} rel="noopener noreferrer">
          {text}
        </a>
      )}
      {day !== '' && `, ${day}`}
    </>
  );
};

export const SourceLine = ({ source, calculator }: Props) => (
  <>
    {calculator.words.calculator_page.source}: <Source source={source} calculator={calculator} />
  </>
);
