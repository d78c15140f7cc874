/** What leaves the page: as an e-mail, on paper, as files, as a link. What a buyer may not have stays out of all of them. */
import { useState } from 'react';
import { copyFormatted } from '../../browser/copy-text.ts';
import { kitFor, READERS, type Reader } from '../../domain/kit/for-reader.ts';
import type { Kit } from '../../domain/kit/kit.ts';
import { mailHtml, mailText, type KitWords } from '../../domain/kit/mail.ts';
import { LinkPanel } from './LinkPanel.tsx';
import { LeftOut } from './LeftOut.tsx';
import { PaperKit } from './PaperKit.tsx';
import type { KitProps } from './props.ts';
import type { Assets } from './use-kit.ts';
import { sayIn, type SayDone } from './words.ts';

export interface HandOnProps extends KitProps {
  kit: Kit;
  assets: Assets;
  say: SayDone;
}

/** How each reader is told of a plan: a buyer hears the company's name and "your team". */
const wordsFor = (reader: Reader, { words, types, brand, outside }: KitProps): KitWords => ({
  plan: reader === 'buyer' ? outside.plan : (words['plan'] ?? ''),
  owners: { us: brand, them: reader === 'buyer' ? outside.them : (words['them'] ?? '') },
  by: `${words['due'] ?? ''}: {due}`,
  typeName: (type) => types[type] ?? type,
});

export const HandOn = (props: HandOnProps) => {
  const { words, kit, assets, say } = props;
  const text = sayIn(words);
  const [reader, setReader] = useState<Reader>('buyer');
  /** Shown to be copied by hand where the browser does not let the page do it. */
  const [byHand, setByHand] = useState<string>();
  const ready = kitFor(reader, kit, assets.known, location.origin);
  const told = wordsFor(reader, props);
  const isNothing = ready.items.length === 0 && ready.plan.length === 0;

  const copyMail = async (): Promise<void> => {
    const plain = mailText(ready, told);
    setByHand(undefined);
    try {
      await copyFormatted({ html: mailHtml(ready, told), text: plain });
      say(text('mail_copied'));
    } catch {
      say(text('copy_failed'));
      setByHand(plain);
    }
  };

  return (
    <>
      <section className="kit-panel" aria-labelledby="page:kit-send">
        <h2 id="page:kit-send">{text('send')}</h2>
        <fieldset className="kit-readers">
          <legend>{text('reader')}</legend>
          {READERS.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="kit-reader"
                checked={reader === name}
                onChange={() => setReader(name)}
                aria-describedby="page:kit-reader-note"
              />
              {text(`reader_${name}`)}
            </label>
          ))}
        </fieldset>
        <p className="muted" id="page:kit-reader-note">
          {text(`reader_${reader}_note`)}
        </p>
        {reader === 'buyer' && <LeftOut {...props} ready={ready} />}
        {isNothing ? (
          <p>{text(assets.isLoading ? 'loading' : 'nothing_to_send')}</p>
        ) : (
          <div className="kit-actions">
            <button type="button" className="button-quiet" onClick={() => void copyMail()}>
              {text('copy_mail')}
            </button>
            <button type="button" className="button-quiet" onClick={() => print()}>
              {text('print')}
            </button>
          </div>
        )}
        {byHand !== undefined && (
          <textarea
            className="kit-by-hand"
            readOnly
            rows={8}
            value={byHand}
            aria-label={text('copy_mail')}
            onFocus={(event) => event.target.select()}
          />
        )}
        <FileButtons {...props} />
      </section>
      <LinkPanel {...props} />
      <PaperKit {...props} reader={reader} ready={ready} told={told} />
    </>
  );
};

const FileButtons = (props: HandOnProps) => {
  const { words, kit, assets, say } = props;
  const text = sayIn(words);

  const makeZip = async (): Promise<void> => {
    say(text('zip_making'));
    try {
      const { downloadZip } = await import('./files.ts');
      const ready = kitFor('buyer', kit, assets.known, location.origin);
      const { count, without } = await downloadZip(ready, wordsFor('buyer', props), props);
      const name = without.length === 0 ? 'zip_made_all' : 'zip_made';
      say(text(name, { count, without: without.join(', ') }));
    } catch {
      say(text('zip_failed'));
    }
  };

  return (
    <>
      <div className="kit-actions">
        <button
          type="button"
          className="button-quiet"
          aria-describedby="page:kit-zip-note"
          onClick={() => void makeZip()}
        >
          {text('zip')}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => void import('./files.ts').then(({ downloadKit }) => downloadKit(kit))}
        >
          {text('export')}
        </button>
      </div>
      <p className="muted" id="page:kit-zip-note">
        {text('zip_note')}
      </p>
    </>
  );
};
