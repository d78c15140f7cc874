/** What can be done with a case: keep it, send it, print it, take it into a spreadsheet. */
import { useState } from 'react';
import { wantDetails } from './demand.ts';
import type { Calculator } from './use-calculator.ts';

export const Toolbar = ({ calculator }: { calculator: Calculator }) => {
  const { props, words, model, choices, isChanged, reset, undo } = calculator;
  const page = words.calculator_page;
  const [said, say] = useState('');
  /** Shown to be copied by hand where the browser does not let the page do it. */
  const [link, setLink] = useState<string>();

  const copyLink = async () => {
    setLink(undefined);
    const { caseAddress } = await import('./actions.ts');
    const address = caseAddress(props.address, model, choices);
    try {
      await navigator.clipboard.writeText(address);
      say(page.link_copied);
    } catch {
      say(page.link_failed);
      setLink(address);
    }
  };

  return (
    <div className="calc-tools">
      <button type="button" className="button-quiet" onClick={() => void copyLink()}>
        {page.copy_link}
      </button>
      {!props.isEmbedded && (
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            wantDetails();
            // The case on paper is drawn by code that may only now be on its way.
            void import('./PrintCase.tsx').then(() => setTimeout(() => print(), 50));
          }}
        >
          {page.print}
        </button>
      )}
      {undo ? (
        <button type="button" className="button-quiet" onClick={undo}>
          {page.undo_reset}
        </button>
      ) : (
        isChanged && (
          <button type="button" className="button-quiet" onClick={reset}>
            {page.reset}
          </button>
        )
      )}
      <span role="status">{said}</span>
      {link !== undefined && (
        <input
          className="calc-copy"
          readOnly
          value={link}
          aria-label={page.link_failed}
          onFocus={(e) => e.target.select()}
        />
      )}
    </div>
  );
};
