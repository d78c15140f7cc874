/** The policy of every page: only what the site itself serves, no code from texts. */

const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  // Pagefind's search engine is WebAssembly; that needs its own word and is not `unsafe-eval`.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

const toText = (policy: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');

/** For the `<meta>` of every page, so that it holds on any host. */
export const contentSecurityPolicy = toText(POLICY);

/** Who may show a page inside a page of their own: nobody, unless origins are named. */
export const framedBy = (origins: readonly string[]): string =>
  toText({ ...POLICY, 'frame-ancestors': origins.length > 0 ? origins : ["'none'"] });

/**
 * For the editor at /admin/ alone. Decap compiles the checks of its form (`unsafe-eval`) and writes its styles
 * while it runs (`unsafe-inline`, for styles only); it shows files that are not saved yet (`blob:`).
 * @param origins other hosts that it signs in at and writes to
 */
const editorPolicy = (origins: readonly string[]): typeof POLICY => ({
  ...POLICY,
  'script-src': ["'self'", "'unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:', ...origins],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'", 'blob:', ...origins],
  'frame-src': ["'self'", 'blob:'],
});

export const editorContentSecurityPolicy = (origins: readonly string[]): string => toText(editorPolicy(origins));

/** Sent instead of what every page is sent; a window for signing in must be able to answer. */
export const editorHeaders = (origins: readonly string[]): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': toText({ ...editorPolicy(origins), 'frame-ancestors': ["'none'"] }),
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'X-Robots-Tag': 'noindex, nofollow',
});

/** For hosts that can send headers: adds what a `<meta>` cannot say. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': framedBy([]),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
