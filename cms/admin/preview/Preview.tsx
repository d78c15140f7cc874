/** The pane beside the form. Whatever is in the form, it shows what there is, and says what is missing. */
import { useEffect, useState } from 'react';
import { isRecord } from '../../../src/domain/guards.ts';
import { isCollectionName } from '../../../src/domain/entries.ts';
import { contentIn } from '../../form/content-format.ts';
import { PREVIEW_FILE, type EditorPage } from '../settings.ts';
import { dataOf } from '../browser/saving.ts';
import { todayOf } from '../browser/library.ts';
import type { PreviewLibrary } from '../preview-library.ts';
import type { Draft, RenderedDraft, Renderer } from './render.ts';

type Words = EditorPage['words'];

/** What Decap hands to a preview, as far as it is used. */
export interface PreviewProps {
  entry: { get(key: string): unknown };
  getAsset: (path: string) => unknown;
}

const isLibrary = (value: unknown): value is PreviewLibrary => isRecord(value) && Array.isArray(value['entries']);

/** The components are as large as the form: they are loaded with the first preview, beside it. */
const startRenderer = async (): Promise<Renderer> => {
  const [{ makeRenderer }, response] = await Promise.all([
    import('./render.ts'),
    fetch(PREVIEW_FILE, { cache: 'no-cache' }),
  ]);
  const library: unknown = await response.json();
  if (!isLibrary(library)) throw new Error(`${PREVIEW_FILE} cannot be read.`);
  return makeRenderer(library, todayOf(library));
};

let renderer: Promise<Renderer> | undefined;

/** A pause in typing. */
const PAUSE = 150;

const draftOf = ({ entry }: PreviewProps): Draft | undefined => {
  const [collection, slug] = [entry.get('collection'), entry.get('slug')];
  if (typeof collection !== 'string' || !isCollectionName(collection)) return undefined;
  const { data, body } = contentIn(collection, dataOf(entry.get('data')));
  return { collection, id: typeof slug === 'string' ? slug : '', data, body };
};

const ADDRESS = /\/files\/(\d{16})\/[^"#\s]*/g;

/** Pictures that are not saved yet are shown as well: Decap has them. */
const withMedia = (html: string, media: RenderedDraft['media'], getAsset: PreviewProps['getAsset']): string =>
  html.replaceAll(ADDRESS, (address, number: string) => {
    const path = media.get(number);
    return path === undefined ? address : String(getAsset(`/media/${path}`));
  });

/** A page of the site that leads nowhere: the form beside it must not be lost. */
const stay = (event: { target: EventTarget; preventDefault: () => void }): void => {
  const { target } = event;
  if ('closest' in target && typeof target.closest === 'function' && target.closest('a, button, summary') !== null)
    event.preventDefault();
};

export const previewWith = (words: Words) =>
  function Preview(props: PreviewProps) {
    const [shown, setShown] = useState<RenderedDraft>();
    const [hasFailed, setHasFailed] = useState(false);
    const draft = draftOf(props);
    const key = JSON.stringify(draft);
    useEffect(() => {
      let isLate = false;
      const timer = setTimeout(() => {
        if (!draft) return;
        renderer ??= startRenderer();
        renderer
          .then((ready) => ready.render(draft))
          .then(
            (rendered) => {
              if (isLate) return;
              setHasFailed(false);
              setShown(rendered);
            },
            (error: unknown) => {
              console.warn(error);
              if (!isLate) setHasFailed(true);
            },
          );
      }, PAUSE);
      return () => {
        isLate = true;
        clearTimeout(timer);
      };
      // The text says all that the draft is; Decap makes a new one for every key press.
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [key]);
    return (
      <main className="editor-preview" onClick={stay}>
        {hasFailed && <p className="draft-notice">{words.preview_failed}</p>}
        {shown && shown.missing.length > 0 && (
          <p className="draft-notice">
            {words.preview_missing}: {shown.missing.join(', ')}.
          </p>
        )}
        {shown?.html === undefined ? (
          <p className="empty">{words.preview_empty}</p>
        ) : (
          // The site's own component has made it, and sanitised what the author wrote.
          <div dangerouslySetInnerHTML={{ __html: withMedia(shown.html, shown.media, props.getAsset) }} />
        )}
      </main>
    );
  };
