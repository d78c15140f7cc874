/** A calculator: the result, the form, and everything behind them. */
import { memo, Suspense, useCallback, useDeferredValue, useState } from 'react';
import { Details, ExplanationDialog, InputForm, PrintCase } from './demand.ts';
import { Notices } from './Notices.tsx';
import type { CalculatorProps } from './props.ts';
import { ResultPanel } from './ResultPanel.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useCalculator, type Calculator as CalculatorState } from './use-calculator.ts';

interface Ready {
  /** Called once its code is there. */
  onReady: () => void;
}

interface AreaProps {
  calculator: CalculatorState;
}

/**
 * These are drawn by the build, and their code comes on demand. They must not be touched before it is
 * there, or what stands would vanish for a moment: until then they are given deferred values only.
 */
const FormArea = memo(({ calculator, onReady }: AreaProps & Ready) => (
  <Suspense fallback={null}>
    <InputForm calculator={calculator} onReady={onReady} />
  </Suspense>
));
const DetailsArea = memo(({ calculator, ask, onReady }: AreaProps & Ready & { ask: (name: string) => void }) => (
  <Suspense fallback={null}>
    <Details calculator={calculator} ask={ask} onReady={onReady} />
  </Suspense>
));
const PaperArea = memo(({ calculator }: AreaProps) => (
  <Suspense fallback={null}>
    <PrintCase calculator={calculator} />
  </Suspense>
));

export const Calculator = (props: CalculatorProps) => {
  const calculator = useCalculator(props);
  const [asked, setAsked] = useState<string>();
  const [hasForm, setHasForm] = useState(false);
  const [hasDetails, setHasDetails] = useState(false);
  const later = useDeferredValue(calculator);
  return (
    <>
      <Notices calculator={calculator} />
      <Toolbar calculator={calculator} />
      <div className="calc-main">
        <ResultPanel calculator={calculator} ask={setAsked} />
        <FormArea calculator={hasForm ? calculator : later} onReady={useCallback(() => setHasForm(true), [])} />
      </div>
      <div className="calc-details">
        <DetailsArea
          calculator={hasDetails ? calculator : later}
          ask={setAsked}
          onReady={useCallback(() => setHasDetails(true), [])}
        />
      </div>
      {asked !== undefined && (
        <Suspense fallback={null}>
          <ExplanationDialog calculator={calculator} name={asked} close={() => setAsked(undefined)} />
        </Suspense>
      )}
      {!props.isEmbedded && (
        <div className="calc-case">
          <PaperArea calculator={later} />
        </div>
      )}
    </>
  );
};
