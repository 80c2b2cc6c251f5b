// The part of DER that RSA keys need: sequences, unsigned integers, octet and bit strings (ITU-T X.690).
import { concat, dropLeadingZeros } from './codec'

export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  /** The optional first element of a certificate. */
  version: 0xa0,
} as const

/** One element: its tag and its contents. */
export interface DerElement {
  readonly tag: number
  readonly contents: Uint8Array
}

/** Where the contents of the element at `at` start and should end. Undefined when the header is incomplete. */
function readHeader(der: Uint8Array, at: number): { start: number; end: number } | undefined {
  const first = der[at + 1]
  if (first === undefined) return undefined
  if (first < 0x80) return { start: at + 2, end: at + 2 + first }
  const start = at + 2 + (first & 0x7f)
  const digits = der.subarray(at + 2, start)
  // 0x80 alone is BER's indefinite length; no key is longer than four length bytes can say.
  if (digits.length === 0 || digits.length > 4 || start > der.length) return undefined
  return { start, end: start + digits.reduce((length, digit) => length * 256 + digit, 0) }
}

/** Whether these bytes begin like a sequence and end before it does. */
export function isCutShort(der: Uint8Array): boolean {
  if (der[0] !== undefined && der[0] !== tags.sequence) return false
  const found = readHeader(der, 0)
  return found ? found.end > der.length : der.length < 6
}

/** The elements that fill these bytes exactly. Undefined for bytes that are not DER. */
export function readElements(der: Uint8Array): DerElement[] | undefined {
  const elements: DerElement[] = []
  let at = 0
  while (at < der.length) {
    const found = readHeader(der, at)
    if (!found || found.end > der.length) return undefined
    elements.push({ tag: der[at] ?? 0, contents: der.subarray(found.start, found.end) })
    at = found.end
  }
  return elements
}

/** The elements of a sequence that fills these bytes exactly. */
export function readSequence(der: Uint8Array): DerElement[] | undefined {
  const [whole, ...rest] = readElements(der) ?? []
  return whole?.tag === tags.sequence && rest.length === 0 ? readElements(whole.contents) : undefined
}

/** An integer's value without leading zeros. Undefined when it is negative or empty. */
export function readUnsigned({ contents }: DerElement): Uint8Array | undefined {
  const [first] = contents
  if (first === undefined || first >= 0x80) return undefined
  return dropLeadingZeros(contents)
}

function encodeLength(size: number): number[] {
  if (size < 0x80) return [size]
  const digits: number[] = []
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return [0x80 + digits.length, ...digits]
}

export function writeElement(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = concat(contents)
  return concat([Uint8Array.of(tag, ...encodeLength(body.length)), body])
}

/** An unsigned integer: a zero precedes a leading bit that would read as a minus sign. */
export function writeUnsigned(value: Uint8Array): Uint8Array {
  const [first = 0x80] = value
  return writeElement(tags.integer, new Uint8Array(first >= 0x80 ? 1 : 0), value)
}
