// Why a signature was refused: every reason by its real cause, created with node:crypto only.

import {
  constants,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  publicEncrypt,
  sign,
} from 'node:crypto'
import type { SignatureScheme } from '@local-number/simulator-contract'
import fc from 'fast-check'
import { diagnoseSignature, type RefusedSignature } from '../../src/crypto/diagnose-signature'
import { createAttempt } from '../support/phone'

const generatePair = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
const unknown = generatePair(1024)
const otherApp = generatePair(2048)
const platform = generatePair(1024)

const names = ['appId', 'msgId', 'timestamp', 'uuid', 'version'] as const
const ids = createAttempt()
const expected = names.map((name) => ({ name, value: ids[name] ?? '' }))
const text = expected.map(({ value }) => value).join('')
const earlier = text.replace(ids.uuid ?? '', 'f'.repeat(32))

const MD5_BASE64: SignatureScheme = { algorithm: 'MD5withRSA', encoding: 'base64' }

describe.each([1024, 2048])('diagnoseSignature with a customer key of %i bits', (bits) => {
  const mine = generatePair(bits)
  const second = generatePair(bits)

  const diagnose = (given: string, changes: Partial<RefusedSignature> = {}) =>
    diagnoseSignature({
      sign: given,
      expected,
      scheme: MD5_BASE64,
      registeredKeys: [second.publicKey, mine.publicKey],
      otherApps: new Map([['300000000002', [otherApp.publicKey]]]),
      platformKeys: [platform.privateKey],
      otherTexts: [earlier],
      ...changes,
    })
  const signBytes = (signed: string, digest = 'md5', key: KeyObject = mine.privateKey) =>
    sign(digest, Buffer.from(signed), key)
  const signBase64 = (...given: Parameters<typeof signBytes>) => signBytes(...given).toString('base64')

  /** Finds a text whose signature contains the characters that a test needs. */
  function findSignature(pattern: RegExp): { readonly base64: string; readonly parts: typeof expected } {
    for (let count = 0; ; count += 1) {
      const parts = [...expected.slice(0, 4), { name: 'version' as const, value: `1.${count}` }]
      const base64 = signBase64(parts.map(({ value }) => value).join(''))
      if (pattern.test(base64)) return { base64, parts }
    }
  }

  describe('finds the right signature in another encoding:', () => {
    const { base64, parts } = findSignature(/\+.*\/|\/.*\+/)
    const hex = Buffer.from(base64, 'base64').toString('hex')
    const mixed = hex.replace(/[a-f]/, (digit) => digit.toUpperCase())

    test.each([
      ['hex', hex],
      ['HEX', hex.toUpperCase()],
      ['hexMixedCase', mixed],
      ['base64url', Buffer.from(base64, 'base64').toString('base64url')],
      ['base64url', base64.replaceAll('+', '-').replaceAll('/', '_')],
      ['base64PercentEncoded', encodeURIComponent(base64)],
      ['base64Spaces', base64.replaceAll('+', ' ')],
      ['base64Unpadded', base64.replaceAll('=', '')],
      ['base64Uncanonical', `${base64}=`],
      ['base64LineBreaks', base64.replace(/.{76}/g, '$&\r\n')],
      ['base64LineBreaks', `${base64}\n`],
    ])('%s', (found, encoded) => {
      expect(diagnose(encoded, { expected: parts })).toEqual({ reason: 'otherEncoding', found })
    })

    test('base64 instead of the registered hex', () => {
      const scheme: SignatureScheme = { algorithm: 'MD5withRSA', encoding: 'hex' }
      expect(diagnose(base64, { expected: parts, scheme })).toEqual({ reason: 'otherEncoding', found: 'base64' })
    })
  })

  describe('finds the right text with another algorithm:', () => {
    test.each([
      ['SHA1withRSA', 'sha1'],
      ['SHA224withRSA', 'sha224'],
      ['SHA256withRSA', 'sha256'],
      ['SHA384withRSA', 'sha384'],
      ['SHA512withRSA', 'sha512'],
    ])('%s', (found, digest) => {
      expect(diagnose(signBase64(text, digest))).toEqual({ reason: 'otherAlgorithm', found })
      expect(diagnose(signBytes(text, digest).toString('hex'))).toEqual({ reason: 'otherAlgorithm', found })
    })

    test('MD5withRSA instead of the registered SHA256withRSA', () => {
      const scheme: SignatureScheme = { algorithm: 'SHA256withRSA', encoding: 'base64' }
      expect(diagnose(signBase64(text), { scheme })).toEqual({ reason: 'otherAlgorithm', found: 'MD5withRSA' })
    })

    test.each(['sha1', 'sha256'])('RSASSA-PSS with %s', (digest) => {
      const pss = { key: mine.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }
      const given = sign(digest, Buffer.from(text), pss).toString('base64')
      expect(diagnose(given)).toEqual({ reason: 'otherAlgorithm', found: 'RSASSA-PSS' })
    })

    test.each([
      ['the text itself', Buffer.from(text)],
      ['its digest', createHash('md5').update(text).digest()],
      ["its digest's hex", Buffer.from(createHash('md5').update(text).digest('hex').toUpperCase())],
    ])('"encryption" of %s with the private key', (_, payload) => {
      const given = privateEncrypt(mine.privateKey, payload).toString('base64')
      expect(diagnose(given)).toEqual({ reason: 'otherAlgorithm', found: 'NONEwithRSA' })
    })
  })

  describe('finds a registered key over another text:', () => {
    const [appId, msgId, timestamp, uuid, version] = expected.map(({ value }) => value)

    test.each([
      ['msgId and uuid swapped', [appId, uuid, timestamp, msgId, version].join('')],
      ['fields in another order', [version, appId, timestamp, uuid, msgId].join('')],
      ['fields with a separator', [appId, msgId, timestamp, uuid, version].join('|')],
      [
        'fields as a query string',
        `appId=${appId}&msgId=${msgId}&timestamp=${timestamp}&uuid=${uuid}&version=${version}`,
      ],
      ['fields without the version', [appId, msgId, timestamp, uuid].join('')],
      ['fields without the version, in another order', [appId, timestamp, msgId, uuid].join('')],
      ['fields without the appId', [msgId, timestamp, uuid, version].join('')],
      ['the text with the line end of echo', `${text}\n`],
      ['the MD5 of the text', createHash('md5').update(text).digest('hex')],
      ['the pre-sign of an earlier attempt', earlier],
    ])('%s', (_, signed) => {
      expect(diagnose(signBase64(signed))).toEqual({ reason: 'otherText', found: signed })
      expect(diagnose(signBytes(signed, 'sha256').toString('hex'))).toEqual({ reason: 'otherText', found: signed })
    })

    test('a text that cannot be guessed', () => {
      expect(diagnose(signBase64('hello'))).toEqual({ reason: 'otherText', found: '' })
    })

    test('a text that the signature contains, since it was "encrypted" with the private key', () => {
      const given = privateEncrypt(mine.privateKey, Buffer.from('hello')).toString('base64')
      expect(diagnose(given)).toEqual({ reason: 'otherText', found: 'hello' })
    })
  })

  describe('finds another key:', () => {
    test("another app's, over any text", () => {
      const found = { reason: 'keyOfAnotherApp', found: '300000000002' }
      expect(diagnose(signBase64(text, 'md5', otherApp.privateKey))).toEqual(found)
      expect(diagnose(signBase64('hello', 'sha1', otherApp.privateKey))).toEqual(found)
    })

    test('a key of two apps counts as the app’s own', () => {
      const otherApps = new Map([['300000000002', [mine.publicKey]]])
      expect(diagnose(signBase64(text, 'sha1'), { otherApps }).reason).toBe('otherAlgorithm')
    })

    test("the platform's own", () => {
      const found = { reason: 'platformKey', found: '' }
      expect(diagnose(signBase64(text, 'md5', platform.privateKey))).toEqual(found)
      const key = { key: platform.publicKey, padding: constants.RSA_PKCS1_PADDING }
      expect(diagnose(publicEncrypt(key, Buffer.from(text)).toString('base64'))).toEqual(found)
    })

    test('an unknown one, of any size', () => {
      const found = { reason: 'unknownKey', found: '' }
      expect(diagnose(signBase64(text, 'md5', unknown.privateKey))).toEqual(found)
      expect(diagnose(signBase64(text, 'md5', generatePair(1536).privateKey))).toEqual(found)
      expect(diagnose(signBase64(text), { registeredKeys: [] })).toEqual(found)
    })
  })

  test('finds no key for a block that only looks signed or encrypted', () => {
    const payload = Buffer.alloc(bits / 8 - 6, 65)
    const block = Buffer.concat([Buffer.from([0, 1, 255, 255, 255, 0]), payload])
    const bare = { key: mine.privateKey, padding: constants.RSA_NO_PADDING }
    expect(diagnose(privateEncrypt(bare, block).toString('base64')).reason).toBe('unknownKey')
    const key = { key: platform.publicKey, padding: constants.RSA_PKCS1_PADDING }
    expect(diagnose(publicEncrypt(key, Buffer.of(1, 2, 3)).toString('base64')).reason).toBe('unknownKey')
  })

  test('calls text that is not a signature malformed', () => {
    for (const given of [
      '',
      'AAAA',
      'undefined',
      '{}',
      signBase64(text).slice(4),
      'A'.repeat(100_000),
      '=',
      '%',
      '签名',
    ]) {
      expect(diagnose(given)).toEqual({ reason: 'malformed', found: '' })
    }
  })

  test('ends with 20 keys and the six fields of a verify call in every order', () => {
    const registeredKeys = [...Array<KeyObject>(19).fill(second.publicKey), mine.publicKey]
    const six = [...expected, { name: 'token', value: 'f'.repeat(48) }]
    const given = signBase64('a text that is not among the guesses')
    expect(diagnose(given, { registeredKeys, expected: six }).reason).toBe('otherText')
  })

  test('ends quickly with a megabyte of line breaks and with a message of a dozen fields', () => {
    expect(diagnose(`${'\n'.repeat(1_000_000)}!`).reason).toBe('malformed')
    // A dozen fields have half a billion orders.
    const dozen = Array.from({ length: 12 }, (_, index) => ({ name: `field${index}`, value: String(index) }))
    expect(diagnose(signBase64('a text that is not among the guesses'), { expected: dozen }).reason).toBe('otherText')
  })

  test('never throws', () => {
    const bytes = fc.uint8Array({ minLength: bits / 8, maxLength: bits / 8 }).map((block) => Buffer.from(block))
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String({ maxLength: 400 }),
      fc.tuple(bytes, fc.constantFrom('base64', 'hex', 'base64url', 'latin1')).map(([block, as]) => block.toString(as)),
    )
    const parts = fc.array(fc.record({ name: fc.string(), value: fc.string({ unit: 'binary' }) }), { maxLength: 8 })
    fc.assert(
      fc.property(anything, parts, (given, expected) => {
        expect(['malformed', 'unknownKey']).toContain(diagnose(given, { expected }).reason)
      }),
    )
  })
})
