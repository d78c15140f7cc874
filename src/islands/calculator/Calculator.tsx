/** A calculator: the result, the form, and everything behind them. */
import { lazy, memo, Suspense, useDeferredValue, useState } from 'react';
import { onDemand } from './demand.ts';
import { InputForm } from './InputForm.tsx';
import type { CalculatorProps } from './props.ts';
import { ResultPanel } from './ResultPanel.tsx';
import { Notices } from './Notices.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useCalculator, type Calculator as CalculatorState, type Typed } from './use-calculator.ts';

const Details = onDemand(() => import('./Details.tsx').then((module) => module.Details));
const Explanation = lazy(async () => ({ default: (await import('./Explanation.tsx')).ExplanationDialog }));
const PrintCase = onDemand(() => import('./PrintCase.tsx').then((module) => module.PrintCase));

interface LaterProps {
  calculator: CalculatorState;
  ask: (name: string) => void;
}

/**
 * Both are drawn by the build, and their code comes on demand. They must not be touched before it is
 * there, or what stands would vanish for a moment: so they are drawn again for deferred values only.
 */
const DetailsArea = memo(({ calculator, ask }: LaterProps) => (
  <Suspense fallback={null}>
    <Details calculator={calculator} ask={ask} />
  </Suspense>
));
const PaperArea = memo(({ calculator }: Pick<LaterProps, 'calculator'>) => (
  <Suspense fallback={null}>
    <PrintCase calculator={calculator} />
  </Suspense>
));

/** @param early what was typed before this code had come */
export const Calculator = ({ early, ...props }: CalculatorProps & { early: Typed }) => {
  const calculator = useCalculator(props, early);
  const [asked, setAsked] = useState<string>();
  // The figures that one looks at come first; tables and charts may follow a moment later.
  const later = useDeferredValue(calculator);
  return (
    <>
      <Notices calculator={calculator} />
      <Toolbar calculator={calculator} />
      <div className="calc-main">
        <ResultPanel calculator={calculator} ask={setAsked} />
        <InputForm calculator={calculator} />
      </div>
      <div className="calc-details" data-details>
        <DetailsArea calculator={later} ask={setAsked} />
      </div>
      {asked !== undefined && (
        <Suspense fallback={null}>
          <Explanation calculator={calculator} name={asked} close={() => setAsked(undefined)} />
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
