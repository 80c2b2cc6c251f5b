// From the text of a key to the blocks in it: the one reader for all keys, whatever their algorithm.
import { fromBase64, fromHex } from './codec'
import { isCutShort, readSequence, tags } from './der'
import type { RsaErrorCode } from './errors'
import { type Jwk, toJwk } from './jwk'
import { cleanKeyText, hasLostPlus, unwrapKeyText } from './key-transport'

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

/** How often a text is unwrapped, and how many texts one may hold: a bundle in JSON has some dozens. */
const MOST_LAYERS = 6
const MOST_TEXTS = 64
/** Longer texts, such as bundles of certificates, are read as they are. */
const LONGEST_WRAPPED = 100_000

/** What a text says about itself that is no key at all; anything else tells more. */
const vagueFaults: readonly RsaErrorCode[] = ['keyMissing', 'keyNotBase64', 'keyMalformed']

/**
 * Reads the text of a key of any algorithm: PEM blocks, base64, base64url or hex of DER, a JWK or a set of them, or
 * .NET's RSAKeyValue XML (as a JWK). Quotes, invisible characters, white space and other text around the blocks do no
 * harm. A text with none of them is unwrapped some layers deep: escapes, base64 of a text, members of JSON, assignments
 * and literals of programs, data URLs. For readers of keys that are not RSA; RSA keys have `importPrivateKey` and
 * `importPublicKey`.
 *
 * @returns at least one block
 */
export function readKeyText(text: unknown): readonly KeyBlock[] {
  let layer: readonly string[] = [typeof text === 'string' ? text.trim() : '']
  const seen = new Set(layer)
  const unusable: KeyBlock[] = []
  for (let depth = 0; depth <= MOST_LAYERS; depth += 1) {
    const blocks = layer.flatMap(readForm)
    if (blocks.some(({ form }) => form !== 'unusable')) return blocks.filter((block) => !isVague(block))
    unusable.push(...blocks)
    layer = unwrapAll(layer, seen)
  }
  // The outermost that tells something. All of them, because a text of several blocks has several faults.
  const telling = unusable.filter((block) => !isVague(block))
  return telling.length > 0 ? telling : unusable.slice(0, 1)
}

function isVague(block: KeyBlock): boolean {
  return block.form === 'unusable' && block.label === '' && vagueFaults.includes(block.fault)
}

/** The texts within these that were not seen before. */
function unwrapAll(texts: readonly string[], seen: Set<string>): readonly string[] {
  const found: string[] = []
  for (const text of texts.filter(({ length }) => length <= LONGEST_WRAPPED)) {
    for (const inner of unwrapKeyText(text, listBodies(text))) {
      if (inner === '' || seen.has(inner) || seen.size >= MOST_TEXTS) continue
      seen.add(inner)
      found.push(inner)
    }
  }
  return found
}

function listBodies(text: string): readonly string[] {
  const cleaned = cleanKeyText(text)
  const bodies = [...cleaned.matchAll(pemBlock)].map(([, , body = '']) => body)
  return bodies.length > 0 ? bodies : [cleaned]
}

/** What the text is in itself. */
function readForm(raw: string): readonly KeyBlock[] {
  const cleaned = cleanKeyText(raw)
  return readJson(raw) ?? readJson(cleaned) ?? readXml(cleaned) ?? readPem(cleaned) ?? readBody('', cleaned)
}

const toUnusable = (fault: RsaErrorCode, label = ''): KeyBlock => ({ form: 'unusable', label, fault })

function readJson(text: string): readonly KeyBlock[] | undefined {
  if (!/^[{[]/.test(text)) return undefined
  const value = parseObject(text)
  if (!value) return /"kty"/.test(text) && !/[}\]]$/.test(text) ? [toUnusable('keyTruncated')] : undefined
  const candidates: unknown = Array.isArray(value) ? value : (value.keys ?? [value])
  const keys = Array.isArray(candidates) ? candidates.filter(isObject).filter(({ kty }) => kty !== undefined) : []
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
  const der = decodeBody(characters)
  if (!der) return [toUnusable('keyNotBase64', label)]
  const whole = [der, dropLineEnd(der)].find(readSequence)
  return [whole ? { form: 'der', label, der: whole } : toUnusable(findDerFault(der, body), label)]
}

/** Hex of DER begins with the tag of a sequence, base64 of it with the letter M. */
function decodeBody(characters: string): Uint8Array | undefined {
  if (/^30[0-9a-f:]+$/i.test(characters)) return fromHex(characters.replaceAll(':', ''))
  return /^[\w+/-]*={0,2}$/.test(characters) ? fromBase64(dropHalfByte(characters)) : undefined
}

/** An editor or `echo` ends a file with a line end, also one of DER. */
function dropLineEnd(der: Uint8Array): Uint8Array {
  if (der.at(-1) !== 0x0a) return der
  return der.subarray(0, der.at(-2) === 0x0d ? -2 : -1)
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
