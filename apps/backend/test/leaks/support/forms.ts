// The forms in which a text may lie in a log, an answer, a database or a dump.
import { createHash } from 'node:crypto'

export interface Form {
  readonly name: string
  readonly bytes: Buffer
}

const ALGORITHMS = ['md5', 'sha1', 'sha256'] as const

/** Of a number of 11 digits, also as people write it. */
export function listNumberForms(number: string): readonly Form[] {
  const spaced = `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`
  const international = [`+86${number}`, `86${number}`]
  const fullWidth = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const spellings = [number, spaced, `+86 ${spaced}`, spaced.replaceAll(' ', '-'), fullWidth]
  return [
    ...spellings.flatMap(listTextForms),
    // What stands in front of the digits changes the hash, and nothing else.
    ...[...spellings, ...international].flatMap(listHashes),
    ...listIntegers(number),
  ]
}

/** Of a token or a key. */
export function listSecretForms(secret: string): readonly Form[] {
  return [...listTextForms(secret), ...listHashes(secret)]
}

function listTextForms(text: string): readonly Form[] {
  return [
    ...listEncodings(Buffer.from(text)),
    { name: 'UTF-16', bytes: Buffer.from(text, 'utf16le') },
    { name: 'URL-encoded', bytes: Buffer.from(encodeURIComponent(text)) },
    { name: 'URL-encoded as a form', bytes: Buffer.from(new URLSearchParams([['', text]]).toString().slice(1)) },
  ]
}

/** Of any bytes. */
export function listEncodings(bytes: Buffer): readonly Form[] {
  const hex = bytes.toString('hex')
  const forms: readonly (readonly [name: string, bytes: string | Buffer])[] = [
    ['raw', bytes],
    ...[hex, hex.toUpperCase()].flatMap((digits) => [
      ['hex', digits] as const,
      ['URL-encoded byte by byte', digits.replace(/../g, '%$&')] as const,
    ]),
    ...[0, 1, 2].flatMap((offset) => {
      const base64 = toBase64(bytes, offset)
      const base64url = base64.replaceAll('+', '-').replaceAll('/', '_')
      return [
        [`base64 behind ${offset} bytes`, base64] as const,
        [`base64url behind ${offset} bytes`, base64url] as const,
      ]
    }),
  ]
  return forms.map(([name, form]) => ({ name, bytes: Buffer.from(form) }))
}

/** The characters that do not depend on what stands in front of the bytes, or behind them. */
function toBase64(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes])
  return whole.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6))
}

/** Without a key. */
export function listHashes(text: string): readonly Form[] {
  return ALGORITHMS.flatMap((algorithm) => {
    const hash = createHash(algorithm).update(text).digest()
    const base64 = hash.toString('base64').replace(/=+$/, '')
    const forms: readonly (readonly [name: string, bytes: string | Buffer])[] = [
      ['bytes', hash],
      ['hex', hash.toString('hex')],
      ['HEX', hash.toString('hex').toUpperCase()],
      ['base64', base64],
      ['base64url', hash.toString('base64url')],
    ]
    return forms.map(([name, form]) => ({ name: `${algorithm} as ${name}`, bytes: Buffer.from(form) }))
  })
}

/** As SQLite and Redis write whole numbers: the bytes that are not zero, in both orders. */
function listIntegers(number: string): readonly Form[] {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(number))
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0))
  return [
    { name: 'integer, big-endian', bytes: significant },
    { name: 'integer, little-endian', bytes: Buffer.from(significant).reverse() },
  ]
}
