// The forms in which keys arrive: as tools write them, and as transports change them.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

export const toPem = (label: string, base64: string, lineEnd = '\n'): string =>
  [`-----BEGIN ${label}-----`, ...(base64.match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join(lineEnd)

export const toUrlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

export const toPrivateObject = (base64: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })

export const toPublicObject = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })

const xmlNames = {
  Modulus: 'n',
  Exponent: 'e',
  P: 'p',
  Q: 'q',
  DP: 'dp',
  DQ: 'dq',
  InverseQ: 'qi',
  D: 'd',
} as const

/** As .NET's `ToXmlString` writes it. */
export function toXml(key: KeyObject): string {
  const jwk = key.export({ format: 'jwk' })
  const elements = Object.entries(xmlNames)
    .filter(([, name]) => jwk[name] !== undefined)
    .map(([element, name]) => `<${element}>${Buffer.from(jwk[name]!, 'base64url').toString('base64')}</${element}>`)
  return `<RSAKeyValue>${elements.join('')}</RSAKeyValue>`
}

export const toJwk = (key: KeyObject): string => JSON.stringify(key.export({ format: 'jwk' }))
