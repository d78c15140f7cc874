/** Kits for other deals, put aside in this browser. */
import { useRef } from 'react';
import { changeShelf, readShelf } from '../../browser/kit/store.ts';
import { readKitFile } from '../../domain/kit/kit-file.ts';
import { EMPTY_KIT, isEmptyKit } from '../../domain/kit/kit.ts';
import { bringBack, dropAside, hasRoom, MOST_ASIDE, startKit, takeUp, type Shelf } from '../../domain/kit/shelf.ts';
import type { Words } from './props.ts';
import { sayIn, type SayDone } from './words.ts';

interface OtherProps {
  words: Words;
  shelf: Shelf;
  say: SayDone;
}

export const OtherKits = ({ words, shelf, say }: OtherProps) => {
  const text = sayIn(words);
  const start = (): void => {
    if (!hasRoom(shelf)) return say(text('no_room', { count: MOST_ASIDE }));
    changeShelf((now) => startKit(now, EMPTY_KIT));
    say(text('started'));
  };

  return (
    <section className="kit-panel" aria-labelledby="page:kit-others">
      <h2 id="page:kit-others">{text('another')}</h2>
      <p className="muted">{text('another_lead')}</p>
      {shelf.aside.length > 0 && (
        <ul className="kit-others">
          {shelf.aside.map((kit, index) => {
            const title = kit.title.trim() || text('untitled');
            return (
              // Kits have no name of their own that could not occur twice.
              <li key={index}>
                <button
                  type="button"
                  className="kit-link"
                  aria-label={text('take_up', { title })}
                  onClick={() => {
                    changeShelf((now) => takeUp(now, index));
                    say(`“${title}”`);
                  }}
                >
                  {title}
                </button>
                <span className="muted">
                  {text(kit.items.length === 1 ? 'count_one' : 'count_many', { count: kit.items.length })}
                </span>
                <button
                  type="button"
                  className="kit-drop"
                  aria-label={text('drop', { title })}
                  onClick={() => {
                    changeShelf((now) => dropAside(now, index));
                    say(text('dropped', { title }), () => changeShelf((now) => bringBack(now, kit, index)));
                  }}
                >
                  ✕
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="kit-actions">
        {!isEmptyKit(shelf.kit) && (
          <button type="button" className="button-quiet" onClick={start}>
            {text('start_empty')}
          </button>
        )}
        <OpenFile words={words} say={say} />
      </div>
    </section>
  );
};

/** Takes up a kit that was saved as a file. */
const OpenFile = ({ words, say }: Pick<OtherProps, 'words' | 'say'>) => {
  const text = sayIn(words);
  const fileRef = useRef<HTMLInputElement>(null);

  const open = async (file: File): Promise<void> => {
    const read = await file.text().then(readKitFile, () => undefined);
    if (!read) return say(text('file_unreadable'));
    const { kit } = read;
    if (!kit) return say(text(read.fault));
    if (!hasRoom(readShelf())) return say(text('no_room', { count: MOST_ASIDE }));
    changeShelf((shelf) => startKit(shelf, kit));
    say(text('imported'));
  };

  return (
    <>
      <button type="button" className="button-quiet" onClick={() => fileRef.current?.click()}>
        {text('import')}
      </button>
      <input
        ref={fileRef}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void open(file);
          // The same file can be opened again.
          event.target.value = '';
        }}
      />
    </>
  );
};
