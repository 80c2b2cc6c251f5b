// The image's address taken apart: what stands in it, and what it means.
import { URL } from 'node:url'
import { must } from '../../must'

export interface ImageAddress {
  readonly text: string
  /** Scheme, host and port. */
  readonly origin: string
  readonly path: string
  /** Every parameter as it stands in the address. */
  readonly raw: ReadonlyMap<string, string>
  /** The same with one layer of percent-encoding undone. */
  readonly query: ReadonlyMap<string, string>
}

/** @throws Unmet when it is no absolute address with a readable query, or names a parameter twice */
export function imageAddressOf(source: unknown): ImageAddress {
  must(typeof source === 'string' && URL.canParse(source), 'getImgSrc must return an absolute address')
  const { origin, pathname } = new URL(source)
  const pairs = source
    .slice(source.indexOf('?') + 1)
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')] as const
    })
  const raw = new Map(pairs)
  must(raw.size === pairs.length, "the image's address must name each parameter once")
  const query = new Map(pairs.map(([name, value]) => [name, decoded(name, value)]))
  return { text: source, origin, path: pathname, raw, query }
}

function decoded(name: string, value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    must(false, `${name} in the image's address must be percent-encoded`)
  }
}
