// Parses the image's address.
import { URL } from 'node:url'
import { assert } from '../../assertions'

export interface ImageAddress {
  readonly text: string
  /** Scheme, host and port. */
  readonly origin: string
  readonly path: string
  /** The parameters as they are in the address. */
  readonly raw: ReadonlyMap<string, string>
  /** The parameters, percent-decoded once. */
  readonly query: ReadonlyMap<string, string>
}

/** @throws Unmet if it is not an absolute address with a readable query in which each parameter appears once */
export function parseImageAddress(source: unknown): ImageAddress {
  assert(typeof source === 'string' && URL.canParse(source), 'getImgSrc must return an absolute address')
  const { origin, pathname } = new URL(source)
  const pairs = source
    .slice(source.indexOf('?') + 1)
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')] as const
    })
  const raw = new Map(pairs)
  assert(raw.size === pairs.length, "the image's address must have each parameter once")
  const query = new Map(pairs.map(([name, value]) => [name, decodeParameter(name, value)]))
  return { text: source, origin, path: pathname, raw, query }
}

function decodeParameter(name: string, value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    assert(false, `${name} in the image's address must be percent-encoded`)
  }
}
