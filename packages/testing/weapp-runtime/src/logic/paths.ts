// Paths inside a mini-program, as `require`, `usingComponents` and page URLs write them.

/** Resolves a path against the file that names it, without `.js`. A leading `/` is the root of the package. */
export function resolvePath(from: string, name: string): string {
  const parts = name.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of name.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/').replace(/\.js$/, '')
}

export interface PageLocation {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** Splits a page URL into path and query. WeChat leaves the values of a query percent-encoded. */
export function parsePageUrl(from: string, url: string): PageLocation {
  const [name = '', queryText = ''] = url.split('?')
  const pairs = queryText.split('&').filter((pair) => pair !== '')
  const query = pairs.map((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
  })
  return { path: resolvePath(from, name), query: Object.fromEntries(query) }
}
