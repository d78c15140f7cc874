/** The calculator as the build draws it: whole and readable without JavaScript, and ready to be taken over. */
import { prerender } from 'react-dom/static';
import { Calculator } from './Calculator.tsx';
import type { CalculatorProps } from './props.ts';

export const renderCalculator = async (props: CalculatorProps): Promise<string> => {
  const { prelude } = await prerender(<Calculator {...props} />, {
    // Parts that come later would be put in place by inline scripts, which the policy refuses.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      throw error;
    },
  });
  return new Response(prelude).text();
};
