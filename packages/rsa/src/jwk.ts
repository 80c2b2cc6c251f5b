// RSA keys as numbers in text: JWK (RFC 7517, RFC 7518 §6.3), and .NET's RSAKeyValue XML, which names them otherwise.
import { dropLeadingZeros, fromBase64 } from './codec'
import type { Reading } from './key-der'
import { privateNames, publicNames } from './numbers'

/** A JSON Web Key before any check. */
export type Jwk = Readonly<Record<string, unknown>>

/** By the elements of RSAKeyValue (XML Signature §4.5.2.2, and .NET's ToXmlString for the private ones). */
const xmlNames: Readonly<Record<string, string>> = {
  Modulus: 'n',
  Exponent: 'e',
  D: 'd',
  P: 'p',
  Q: 'q',
  DP: 'dp',
  DQ: 'dq',
  InverseQ: 'qi',
}

/** The numbers of an RSAKeyValue element as a JWK. Elements may have a namespace prefix. */
export function toJwk(xml: string): Jwk {
  const elements = xml.matchAll(/<(?:\w+:)?(\w+)(?:\s[^>]*)?>([^<]*)<\//g)
  const known = [...elements].flatMap(([, element = '', text]) => {
    const name = xmlNames[element]
    return name === undefined ? [] : [[name, text] as const]
  })
  return { kty: 'RSA', ...Object.fromEntries(known) }
}

/** The numbers of a JWK, or the code of its fault. */
export function readJwk(jwk: Jwk): Reading {
  if (jwk.kty !== 'RSA') return typeof jwk.kty === 'string' ? 'keyNotRsa' : 'keyMalformed'
  const present = privateNames.filter((name) => jwk[name] !== undefined)
  const texts = present.map((name) => jwk[name])
  // `oth`: more than two primes, which no engine here reads.
  if (jwk.oth !== undefined || !texts.every(isText)) return 'keyMalformed'
  // Numbers of any length are numbers: without this, a modulus that lost a character would be another key.
  if (texts.some(hasInnerSpace)) return 'keyPlusLost'
  const numbers = texts.map(fromBase64)
  if (!numbers.every((number) => number !== undefined)) return 'keyNotBase64'
  const named = Object.fromEntries(present.map((name, at) => [name, dropLeadingZeros(numbers[at] ?? new Uint8Array())]))
  if (hasAll(named, privateNames)) return { kind: 'private', numbers: named }
  return hasAll(named, publicNames) && present.length === publicNames.length
    ? { kind: 'public', numbers: named }
    : 'keyIncomplete'
}

const isText = (value: unknown): value is string => typeof value === 'string'

const hasInnerSpace = (text: string): boolean => text.split(/[\r\n]/).some((line) => line.trim().includes(' '))

function hasAll<Name extends string>(
  numbers: Readonly<Record<string, Uint8Array>>,
  names: readonly Name[],
): numbers is Readonly<Record<Name, Uint8Array>> {
  return names.every((name) => numbers[name] !== undefined)
}
