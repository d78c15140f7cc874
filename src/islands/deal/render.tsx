/** The desk as the build draws it: the form, ready to be taken over. */
import { prerender } from 'react-dom/static';
import { DealDesk } from './DealDesk.tsx';
import type { DealProps } from './props.ts';

export const renderDesk = async (props: DealProps): Promise<string> => {
  const { prelude } = await prerender(<DealDesk {...props} />, {
    onError: (error) => {
      throw error;
    },
  });
  return new Response(prelude).text();
};
