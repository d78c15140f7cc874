/** What can be done with a case: keep it, send it, print it, take it into a spreadsheet. */
import { useState } from 'react';
import type { ExportedCase } from './actions.ts';
import { loadActions, wantDetails, whenPaperIsReady } from './demand.ts';
import type { Calculator } from './use-calculator.ts';

export const Toolbar = ({ calculator }: { calculator: Calculator }) => {
  const { props, words, model, choices, formatting, isChanged, reset, undo } = calculator;
  const page = words.calculator_page;
  const [said, say] = useState('');
  /** Shown to be copied by hand where the browser does not let the page do it. */
  const [link, setLink] = useState<string>();

  const copyLink = async () => {
    setLink(undefined);
    const { caseAddress } = await loadActions();
    const address = caseAddress(props.address, model, choices);
    try {
      await navigator.clipboard.writeText(address);
      say(page.link_copied);
    } catch {
      say(page.link_failed);
      setLink(address);
    }
  };

  /** A file of the case as it is now. @param make makes it, and says what there is to say about it */
  const download = async (
    make: (actions: typeof import('./actions.ts'), exported: ExportedCase) => Promise<string>,
  ) => {
    say(page.exporting);
    const actions = await loadActions();
    const context = { ...formatting, address: actions.caseAddress(props.address, model, choices) };
    say(await make(actions, { model, choices, context }));
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
            void whenPaperIsReady.then(() => print());
          }}
        >
          {page.print}
        </button>
      )}
      <button
        type="button"
        className="button-quiet"
        onClick={() =>
          void download(async ({ downloadWorkbook }, exported) =>
            (await downloadWorkbook(exported)) ? '' : page.export_failed,
          )
        }
      >
        {page.excel}
      </button>
      <button
        type="button"
        className="button-quiet"
        onClick={() =>
          void download(async ({ downloadCsv }, exported) => {
            await downloadCsv(exported);
            return '';
          })
        }
      >
        {page.csv}
      </button>
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
