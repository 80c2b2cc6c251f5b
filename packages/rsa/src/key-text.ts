// From the text of a key to the blocks in it: the one reader for all keys, whatever their algorithm.
import { fromBase64, fromUtf8 } from './codec'
import { isCutShort, readSequence, tags } from './der'
import type { RsaErrorCode } from './errors'
import { type Jwk, toJwk } from './jwk'
import { cleanKeyText, hasLostPlus } from './key-transport'

/** One key of a text, or what could be one. */
export type KeyBlock =
  | {
      readonly form: 'der'
      /** As the PEM lines say: `RSA PRIVATE KEY`, `CERTIFICATE`. Empty without such lines. */
      readonly label: string
      /** One whole DER sequence. Which one, is for the key's reader to see. */
      readonly der: Uint8Array
    }
  | { readonly form: 'jwk'; readonly label: string; readonly jwk: Jwk }
  | { readonly form: 'unusable'; readonly label: string; readonly fault: RsaErrorCode }

const pemBlock = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)(?=-----(?:BEGIN|END)|$)/g
/** openssl writes EC PARAMETERS before an EC key, and certificate chains come with requests and lists. */
const keyLabel = /KEY$|^(X509 |TRUSTED )?CERTIFICATE$/
/** Remains of a PEM line that is not exactly one: in lower case, with too few dashes, or without its spaces. */
const pemRemains = /-{3,}\s*(?:BEGIN|END)|\b(?:BEGIN|END)\s+(?:[A-Z0-9]+\s+){0,3}(?:KEY|CERTIFICATE)\b/i
/** .NET's ToXmlString, and its XmlSerializer on RSAParameters. */
const xmlElement = /<(?:\w+:)?(RSAKeyValue|RSAParameters)\b[\s\S]*?(<\/(?:\w+:)?\1\s*>|$)/g

/**
 * Reads the text of a key of any algorithm: PEM blocks, base64 or base64url of DER, base64 of a PEM, a JWK or a set of
 * them, or .NET's RSAKeyValue XML (as a JWK). Quotes, escapes, invisible characters, white space and other text around
 * the blocks do no harm. For readers of keys that are not RSA; RSA keys have `importPrivateKey` and `importPublicKey`.
 *
 * @returns at least one block
 */
export function readKeyText(text: unknown): readonly KeyBlock[] {
  const raw = typeof text === 'string' ? text.trim() : ''
  const cleaned = cleanKeyText(raw)
  return readJson(raw) ?? readJson(cleaned) ?? readXml(cleaned) ?? readPem(cleaned) ?? readBody('', cleaned)
}

const toUnusable = (fault: RsaErrorCode, label = ''): KeyBlock => ({ form: 'unusable', label, fault })

function readJson(text: string): readonly KeyBlock[] | undefined {
  if (!text.startsWith('{')) return undefined
  const value = parseObject(text)
  if (!value) return /"kty"/.test(text) && !text.endsWith('}') ? [toUnusable('keyTruncated')] : undefined
  const keys = Array.isArray(value.keys) ? value.keys.filter(isObject) : [value].filter(({ kty }) => kty !== undefined)
  return keys.length === 0 ? undefined : keys.map((jwk) => ({ form: 'jwk', label: '', jwk }))
}

function parseObject(text: string): Jwk | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Jwk => typeof value === 'object' && value !== null

function readXml(text: string): readonly KeyBlock[] | undefined {
  const elements = [...text.matchAll(xmlElement)].map(
    ([element, , end]): KeyBlock =>
      end ? { form: 'jwk', label: '', jwk: toJwk(element) } : toUnusable('keyTruncated'),
  )
  return elements.length === 0 ? undefined : elements
}

function readPem(text: string): readonly KeyBlock[] | undefined {
  const blocks = [...text.matchAll(pemBlock)]
  if (blocks.length === 0) return undefined
  const keys = blocks.filter(([, label = '']) => keyLabel.test(label))
  return keys.length === 0
    ? [toUnusable('keyMalformed')]
    : keys.flatMap(([, label = '', body = '']) => readBody(label, body))
}

function readBody(label: string, body: string): readonly KeyBlock[] {
  if (label.startsWith('ENCRYPTED') || /Proc-Type:\s*4,\s*ENCRYPTED/.test(body))
    return [toUnusable('keyEncrypted', label)]
  if (pemRemains.test(body)) return [toUnusable('keyPemDamaged', label)]
  const characters = body.replace(/\s/g, '')
  if (characters === '') return [toUnusable('keyMissing', label)]
  const der = /^[\w+/-]*={0,2}$/.test(characters) ? fromBase64(dropHalfByte(characters)) : undefined
  if (!der) return [toUnusable('keyNotBase64', label)]
  if (readSequence(der)) return [{ form: 'der', label, der }]
  // A text in base64 is shorter than its base64, so this ends.
  return readPem(cleanKeyText(fromUtf8(der) ?? '')) ?? [toUnusable(findDerFault(der, body), label)]
}

/** A cut can leave one character, too little for a byte: such a key is truncated, not malformed base64. */
function dropHalfByte(characters: string): string {
  const significant = characters.replace(/=+$/, '')
  return significant.length % 4 === 1 ? significant.slice(0, -1) : significant
}

function findDerFault(der: Uint8Array, body: string): RsaErrorCode {
  if (der[0] === tags.sequence && hasLostPlus(body)) return 'keyPlusLost'
  return isCutShort(der) ? 'keyTruncated' : 'keyMalformed'
}
