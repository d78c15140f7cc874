/** The address of the search page; apart from the other routes, which bring the whole content model with them. */
export const searchPath = (query = ''): string =>
  query === '' ? '/search/' : `/search/?${new URLSearchParams({ q: query }).toString()}`;
