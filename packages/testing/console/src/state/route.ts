// The page that the address names. The routes are in the hash, because the simulator serves a single file.
export const PAGES = ['timeline', 'handsets', 'apps', 'faults', 'clock', 'magic'] as const

export type Page = (typeof PAGES)[number]

export type Route = { readonly page: Page; readonly trace: string | null } | { readonly page: null }

/** @param path the part after `#`, e.g. `/handsets` */
export function parseRoute(path: string): Route {
  const [page = '', detail = ''] = path.replace(/^\//, '').split('/')
  if (page === '') return { page: 'timeline', trace: null }
  if (page === 'traces') return { page: 'timeline', trace: detail === '' ? null : decodePart(detail) }
  const known = PAGES.find((name) => name === page)
  return known === undefined ? { page: null } : { page: known, trace: null }
}

export function toHash(page: Page): string {
  return page === 'timeline' ? '#/' : `#/${page}`
}

export function toTraceHash(id: string): string {
  return `#/traces/${encodeURIComponent(id)}`
}

/** Returns the text unchanged if it is not valid percent-encoding. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
