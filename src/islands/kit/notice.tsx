/** What the page says about what was just done, and how to take it back. */
import { useEffect, useRef } from 'react';
import type { Words } from './props.ts';

export interface Notice {
  text: string;
  /** Takes back what was done. */
  undo?: (() => void) | undefined;
}

export interface NoticeProps {
  words: Words;
  notice: Notice | undefined;
  /** Says that it was taken back. */
  onUndone: () => void;
}

/** One live region for the page. What was removed took the keyboard's place with it: it goes on at "Undo". */
export const NoticeBar = ({ words, notice, onUndone }: NoticeProps) => {
  const undoRef = useRef<HTMLButtonElement>(null);
  const undo = notice?.undo;
  useEffect(() => {
    if (undo) undoRef.current?.focus();
  }, [undo]);
  return (
    <div className="kit-notice" data-shown={notice !== undefined}>
      <p role="status">{notice?.text}</p>
      {undo && (
        <button
          ref={undoRef}
          type="button"
          className="button-quiet"
          onClick={() => {
            undo();
            onUndone();
          }}
        >
          {words['undo']}
        </button>
      )}
    </div>
  );
};
