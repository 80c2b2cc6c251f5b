// The ways in which people encode a signature, besides the one that the app registered.
import { decodeOnce } from '../common/percent-encoding'

export type FoundEncoding = keyof typeof ENCODINGS

export interface DecodedSignature {
  readonly encoding: FoundEncoding
  readonly bytes: Buffer
}

interface Encoding {
  readonly pattern: RegExp
  /** Brings the text to plain base64 or hex. @default the text as it is */
  readonly toPlain?: (text: string) => string
  readonly as: 'base64' | 'hex'
  /** Whether the text must be the only way to encode its bytes. @default false */
  readonly canonical?: true
}

/** The stricter before the more lenient: the first that fits names the encoding. */
const ENCODINGS = {
  hex: { pattern: /^[0-9a-f]+$/, as: 'hex' },
  HEX: { pattern: /^[0-9A-F]+$/, as: 'hex' },
  hexMixedCase: { pattern: /^[0-9A-Fa-f]+$/, as: 'hex' },
  base64: { pattern: /^[A-Za-z0-9+/]+={0,2}$/, as: 'base64', canonical: true },
  base64Unpadded: { pattern: /^[A-Za-z0-9+/]+$/, as: 'base64' },
  /** Too many `=`, or bits set beyond the last byte. */
  base64Uncanonical: { pattern: /^[A-Za-z0-9+/]+=*$/, as: 'base64' },
  base64url: { pattern: /^[\w-]+={0,2}$/, as: 'base64' },
  base64LineBreaks: { pattern: /^[A-Za-z0-9+/\r\n]+=*\s*$/, toPlain: (text) => text.replace(/\s/g, ''), as: 'base64' },
  /** A form parser turned `+` into spaces. */
  base64Spaces: { pattern: /^[A-Za-z0-9+/ ]+={0,2}$/, toPlain: (text) => text.replaceAll(' ', '+'), as: 'base64' },
  base64PercentEncoded: { pattern: /^(?:[A-Za-z0-9+/=-]|%[0-9A-Fa-f]{2})+$/, toPlain: decodeOnce, as: 'base64' },
} as const satisfies Record<string, Encoding>

/** Twice the hex of a 4,096-bit signature. */
const MAX_LENGTH = 2048
/** RSA keys come in steps of 512 bits, and so do the lengths of their signatures, in bytes. */
const STEP = 64
const MAX_BYTES = 8 * STEP

/** Every way in which the text can be a signature of some RSA key: at most two, since hex is also base64. */
export function decodeSignature(sign: string): readonly DecodedSignature[] {
  if (sign.length > MAX_LENGTH) return []
  const decoded = new Map<string, DecodedSignature>()
  for (const [name, encoding] of Object.entries<Encoding>(ENCODINGS)) {
    const bytes = decode(sign, encoding)
    const key = bytes?.toString('latin1') ?? ''
    if (bytes && !decoded.has(key)) decoded.set(key, { encoding: name as FoundEncoding, bytes })
  }
  return [...decoded.values()]
}

function decode(sign: string, { pattern, toPlain, as, canonical }: Encoding): Buffer | null {
  if (!pattern.test(sign)) return null
  const bytes = Buffer.from(toPlain ? toPlain(sign) : sign, as)
  if (canonical && bytes.toString(as) !== sign) return null
  return bytes.length > 0 && bytes.length <= MAX_BYTES && bytes.length % STEP === 0 ? bytes : null
}
