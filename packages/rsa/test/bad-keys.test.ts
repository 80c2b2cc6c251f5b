// Keys given by mistake: both engines throw the same code, with a message that contains nothing of the key.
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { RsaErrorCode } from '../src/index'
import { engines } from './support/engines'
import { rejection } from './support/rejection'
import { jdk1024 } from './support/vectors'

type BadKey = [what: string, key: string, code: RsaErrorCode]

const { privateKey, publicKey, cases } = jdk1024
const { text, ciphertext, MD5withRSA: signature } = cases[0]!

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ed25519 = generateKeyPairSync('ed25519')
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 1024 })
const tiny = generateKeyPairSync('rsa', { modulusLength: 512 })
const rsa1024 = generateKeyPairSync('rsa', { modulusLength: 1024 })
const locked = { cipher: 'aes-128-cbc', passphrase: 'open sesame' }
type Pair = { privateKey: typeof ec.privateKey; publicKey: typeof ec.publicKey }
const pkcs8 = ({ privateKey: key }: Pair) => key.export({ format: 'der', type: 'pkcs8' }).toString('base64')
const spki = ({ publicKey: key }: Pair) => key.export({ format: 'der', type: 'spki' }).toString('base64')

const huge = createPublicKey({
  key: { kty: 'RSA', n: Buffer.alloc(2049, 0xff).toString('base64url'), e: 'AQAB' },
  format: 'jwk',
})

/** The same key with one byte changed, counted from the end. */
function altered(base64: string, fromEnd: number, change: number): string {
  const der = Buffer.from(base64, 'base64')
  der[der.length - fromEnd]! ^= change
  return der.toString('base64')
}

const badForBoth = (key: string): BadKey[] => [
  ['is empty', '', 'keyMissing'],
  ['is white space', ' \n', 'keyMissing'],
  ['was never set', undefined as unknown as string, 'keyMissing'],
  ['is no base64', '这不是密钥', 'keyNotBase64'],
  ['has a quote inside', `${key.slice(0, 99)}"${key.slice(99)}`, 'keyNotBase64'],
  ['is base64 of something else', Buffer.from('hello, world').toString('base64'), 'keyMalformed'],
  ['lost its beginning', key.slice(4), 'keyMalformed'],
  ['lost its end', key.slice(0, -30), 'keyTruncated'],
  ['lost nearly everything', key.slice(0, 3), 'keyTruncated'],
  [
    'is followed by more',
    Buffer.concat([Buffer.from(key, 'base64'), Buffer.alloc(9)]).toString('base64'),
    'keyMalformed',
  ],
  ['is a PEM without its end', `-----BEGIN RSA KEY-----\n${key.slice(0, 99)}`, 'keyTruncated'],
]

const badPrivate: BadKey[] = [
  ...badForBoth(privateKey),
  ['is the public key', publicKey, 'keyIsPublic'],
  ['is a PKCS#1 public key', rsa1024.publicKey.export({ format: 'pem', type: 'pkcs1' }) as string, 'keyIsPublic'],
  ['is an EC key', pkcs8(ec), 'keyNotRsa'],
  ['is an EC key in PEM', ec.privateKey.export({ format: 'pem', type: 'sec1' }) as string, 'keyNotRsa'],
  ['is an Ed25519 key', pkcs8(ed25519), 'keyNotRsa'],
  ['is an RSA-PSS key', pkcs8(pss), 'keyNotRsa'],
  ['has 512 bits', pkcs8(tiny), 'keyTooSmall'],
  [
    'has a passphrase',
    rsa1024.privateKey.export({ format: 'pem', type: 'pkcs8', ...locked }) as string,
    'keyEncrypted',
  ],
  [
    'has a passphrase in DER',
    rsa1024.privateKey.export({ format: 'der', type: 'pkcs8', ...locked }).toString('base64'),
    'keyEncrypted',
  ],
  [
    'has a passphrase, old form',
    rsa1024.privateKey.export({ format: 'pem', type: 'pkcs1', ...locked }) as string,
    'keyEncrypted',
  ],
  ['has a wrong coefficient', altered(privateKey, 1, 1), 'keyDamaged'],
  ['has a wrong prime', altered(privateKey, 300, 1), 'keyDamaged'],
]

const badPublic: BadKey[] = [
  ...badForBoth(publicKey),
  ['is the private key', privateKey, 'keyIsPrivate'],
  ['is a PKCS#1 private key', rsa1024.privateKey.export({ format: 'pem', type: 'pkcs1' }) as string, 'keyIsPrivate'],
  ['is an EC key', spki(ec), 'keyNotRsa'],
  ['is an Ed25519 key', spki(ed25519), 'keyNotRsa'],
  ['has 512 bits', spki(tiny), 'keyTooSmall'],
  ['has 16392 bits', spki({ ...ec, publicKey: huge }), 'keyTooLarge'],
  ['has an even exponent', altered(publicKey, 1, 1), 'keyDamaged'],
  ['has an even modulus', altered(publicKey, 6, 1), 'keyDamaged'],
]

/** Whether any twelve characters of the key stand in the text. */
function leaks(written: string, key: string): boolean {
  const material = key.replace(/-----[^-]*-----|\s/g, '')
  return Array.from({ length: Math.max(0, material.length - 11) }, (_, at) => material.slice(at, at + 12)).some(
    (part) => written.includes(part),
  )
}

function expectSilent(error: Error, key: string): void {
  const written = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join('\n')
  expect(leaks(written, key ?? '')).toBe(false)
}

test('the search for leaks finds one', () => {
  expect(leaks(`bad key ${privateKey.slice(100, 112)}`, privateKey)).toBe(true)
})

describe.each(engines)('the %s engine', (_engine, rsa) => {
  test.each(badPrivate)('neither signs nor decrypts with a private key that %s', async (_what, key, code) => {
    for (const action of [() => rsa.sign(text, key), () => rsa.decrypt(ciphertext, key)]) {
      const error = await rejection(action)
      expect(error.code).toBe(code)
      expect(error.message).toContain('private key')
      expectSilent(error, key)
    }
  })

  test.each(badPublic)('neither verifies nor encrypts with a public key that %s', async (_what, key, code) => {
    for (const action of [() => rsa.verify({ data: text, signature, publicKey: key }), () => rsa.encrypt(text, key)]) {
      const error = await rejection(action)
      expect(error.code).toBe(code)
      expect(error.message).toContain('public key')
      expectSilent(error, key)
    }
  })
})
