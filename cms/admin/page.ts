/** The page at /admin/: no content of its own, its script builds everything. */
import { escapeHtml } from '../../src/domain/escape.ts';
import { editorContentSecurityPolicy } from '../../src/domain/security-headers.ts';
import { BUNDLE_PATH, type Bundle } from './bundle.ts';
import type { EditorPage } from './settings.ts';

export interface PageSource {
  bundle: Bundle;
  page: EditorPage;
  locale: string;
  /** The company's name. */
  brand: string;
  /** Other hosts that the editor talks to. */
  origins: readonly string[];
}

/** Nothing in a text may end the element that holds it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export const editorPage = ({ bundle, page, locale, brand, origins }: PageSource): string => {
  const { words } = page;
  const styles = bundle.styles.map((file) => `<link rel="stylesheet" href="${BUNDLE_PATH}${file}" />`);
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(editorContentSecurityPolicy(origins))}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeHtml(`${words.title} · ${brand}`)}</title>
<meta name="robots" content="noindex, nofollow" />
<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
${styles.join('\n')}
<script type="module" src="${BUNDLE_PATH}${bundle.script}"></script>
</head>
<body>
<noscript><p>${escapeHtml(words.needs_javascript)}</p></noscript>
<script type="application/json" id="editor-page">${inScript(page)}</script>
</body>
</html>
`;
};
