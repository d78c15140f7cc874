/** Files are refused before they are uploaded, with the reason: the build would refuse them later. */
import { fill } from '../../../src/domain/ui.ts';
import { isMediaType, LARGEST_MEDIA, mediaTypes, megabytes } from '../../../src/domain/media-types.ts';
import type { EditorPage } from '../settings.ts';

type Words = EditorPage['words'];

/** Undefined for a file that may be uploaded. */
export const whyNotUpload = ({ name, size }: Pick<File, 'name' | 'size'>, words: Words): string | undefined => {
  if (!isMediaType(name)) return fill(words.file_type, { name, types: mediaTypes().join(', ') });
  if (size > LARGEST_MEDIA)
    return fill(words.file_size, { name, size: megabytes(size), limit: megabytes(LARGEST_MEDIA) });
  return undefined;
};

/** Heard on their way down: before Decap takes the file. */
export const guardUploads = (words: Words): void => {
  const refuse = (event: Event, files: FileList | null | undefined): void => {
    const reason = [...(files ?? [])].flatMap((file) => whyNotUpload(file, words) ?? [])[0];
    if (reason === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.target instanceof HTMLInputElement) event.target.value = '';
    window.alert(reason);
  };
  window.addEventListener(
    'change',
    (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') refuse(event, event.target.files);
    },
    { capture: true },
  );
  window.addEventListener('drop', (event) => refuse(event, event.dataTransfer?.files), { capture: true });
};
