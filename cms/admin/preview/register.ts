/** Every type that has a page is previewed as that page. */
import type { CMS } from 'decap-cms-core';
import { PAGED_COLLECTIONS } from '../../../src/domain/routes.ts';
import type { EditorPage } from '../settings.ts';
import { previewWith } from './Preview.tsx';
import styles from './preview.css?url';

/** The company's colours, as on every page. */
const BRAND = '/brand.css';

export const registerPreviews = (cms: CMS, words: EditorPage['words']): void => {
  cms.registerPreviewStyle(styles);
  cms.registerPreviewStyle(BRAND);
  const Preview = previewWith(words);
  for (const collection of PAGED_COLLECTIONS) cms.registerPreviewTemplate(collection, Preview);
};
