/** What the page says about what was just done, and how to take it back. */
import { useEffect, useRef } from 'react';
import type { Words } from './props.ts';

export interface Notice {
  /** Counts up: the same words are said again when the same thing was done again. */
  number: number;
  text: string;
  /** Takes back what was done. */
  undo?: (() => void) | undefined;
}

export interface NoticeProps {
  words: Words;
  notice: Notice | undefined;
  /** Says that it was taken back. */
  onUndone: () => void;
  onClose: () => void;
}

/** Words alone go by themselves, in milliseconds; what can be taken back stays. */
const SHOWN_FOR = 8_000;

/** One live region for the page. What was removed took the keyboard's place with it: it goes on at "Undo". */
export const NoticeBar = ({ words, notice, onUndone, onClose }: NoticeProps) => {
  const barRef = useRef<HTMLDivElement>(null);
  const undoRef = useRef<HTMLButtonElement>(null);
  const closeRef = useRef<HTMLButtonElement>(null);
  const undo = notice?.undo;

  useEffect(() => {
    if (undo) undoRef.current?.focus();
  }, [undo]);

  useEffect(() => {
    if (!notice || notice.undo) return;
    const waiting = setTimeout(() => {
      // Who stands on it would be thrown off.
      if (barRef.current?.contains(document.activeElement) !== true) onClose();
    }, SHOWN_FOR);
    return () => clearTimeout(waiting);
    // A new notice waits anew; a new function of the page does not.
  }, [notice]);

  return (
    <div className="kit-notice" data-shown={notice !== undefined} ref={barRef}>
      <p role="status">{notice && <span key={notice.number}>{notice.text}</span>}</p>
      {undo && (
        <button
          ref={undoRef}
          type="button"
          className="button-quiet"
          onClick={() => {
            closeRef.current?.focus();
            undo();
            onUndone();
          }}
        >
          {words['undo']}
        </button>
      )}
      {notice && (
        <button
          ref={closeRef}
          type="button"
          className="kit-drop"
          aria-label={words['close']}
          onClick={() => {
            document.getElementById('page:kit-items')?.focus();
            onClose();
          }}
        >
          ✕
        </button>
      )}
    </div>
  );
};
