// Which page the address names. Hash routes: the simulator serves one file, and a link works wherever it is opened.

export const PAGES = ['timeline', 'handsets', 'apps', 'faults', 'clock', 'magic'] as const

export type Page = (typeof PAGES)[number]

export type Route = { readonly page: Page; readonly trace: string | null } | { readonly page: null }

/** @param path what stands behind the hash, e.g. `/handsets` */
export function parseRoute(path: string): Route {
  const [page = '', detail = ''] = path.replace(/^\//, '').split('/')
  if (page === '') return { page: 'timeline', trace: null }
  if (page === 'traces') return { page: 'timeline', trace: detail === '' ? null : decoded(detail) }
  const known = PAGES.find((name) => name === page)
  return known === undefined ? { page: null } : { page: known, trace: null }
}

export function hashOf(page: Page): string {
  return page === 'timeline' ? '#/' : `#/${page}`
}

export function hashOfTrace(id: string): string {
  return `#/traces/${encodeURIComponent(id)}`
}

/** As it is where it is not percent-encoded text. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
