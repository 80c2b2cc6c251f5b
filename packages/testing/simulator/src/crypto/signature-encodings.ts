// The ways in which people write a signature down, whichever the platform had asked for.
import { decodedOnce } from '../platform/percent-encoding'

/** What the names do not say themselves is said beside them. */
export type FoundEncoding = keyof typeof ENCODINGS

export interface Reading {
  readonly encoding: FoundEncoding
  readonly bytes: Buffer
}

interface Encoding {
  readonly pattern: RegExp
  /** Brings the text to plain base64 or hex. Default: as it is. */
  readonly plain?: (text: string) => string
  readonly as: 'base64' | 'hex'
  /** Whether the text must be the one way to write its bytes. */
  readonly canonical?: true
}

/** The stricter before the more lenient: a text is named after the first that fits it. */
const ENCODINGS = {
  hex: { pattern: /^[0-9a-f]+$/, as: 'hex' },
  HEX: { pattern: /^[0-9A-F]+$/, as: 'hex' },
  hexMixedCase: { pattern: /^[0-9A-Fa-f]+$/, as: 'hex' },
  base64: { pattern: /^[A-Za-z0-9+/]+={0,2}$/, as: 'base64', canonical: true },
  base64Unpadded: { pattern: /^[A-Za-z0-9+/]+$/, as: 'base64' },
  /** Too many `=`, or set bits that belong to no byte. */
  base64Uncanonical: { pattern: /^[A-Za-z0-9+/]+=*$/, as: 'base64' },
  base64url: { pattern: /^[\w-]+={0,2}$/, as: 'base64' },
  base64LineBreaks: { pattern: /^[A-Za-z0-9+/\r\n]+=*\s*$/, plain: (text) => text.replace(/\s/g, ''), as: 'base64' },
  /** A form parser had made spaces of its `+`. */
  base64Spaces: { pattern: /^[A-Za-z0-9+/ ]+={0,2}$/, plain: (text) => text.replaceAll(' ', '+'), as: 'base64' },
  base64PercentEncoded: { pattern: /^(?:[A-Za-z0-9+/=-]|%[0-9A-Fa-f]{2})+$/, plain: decodedOnce, as: 'base64' },
} as const satisfies Record<string, Encoding>

/** Twice as long as the hex of a 4,096-bit signature; whatever is longer is none. */
const LONGEST = 2048
/** RSA keys come in steps of 512 bits, and so do the lengths of their signatures, in bytes. */
const STEP = 64
const LONGEST_BYTES = 8 * STEP

/** Every way in which the text can be read as a signature of some RSA key: two at most, since hex is base64 as well. */
export function readingsOf(sign: string): readonly Reading[] {
  if (sign.length > LONGEST) return []
  const readings = new Map<string, Reading>()
  for (const [name, encoding] of Object.entries<Encoding>(ENCODINGS)) {
    const bytes = read(sign, encoding)
    const key = bytes?.toString('latin1') ?? ''
    if (bytes && !readings.has(key)) readings.set(key, { encoding: name as FoundEncoding, bytes })
  }
  return [...readings.values()]
}

function read(sign: string, { pattern, plain, as, canonical }: Encoding): Buffer | null {
  if (!pattern.test(sign)) return null
  const bytes = Buffer.from(plain ? plain(sign) : sign, as)
  if (canonical && bytes.toString(as) !== sign) return null
  return bytes.length > 0 && bytes.length <= LONGEST_BYTES && bytes.length % STEP === 0 ? bytes : null
}
