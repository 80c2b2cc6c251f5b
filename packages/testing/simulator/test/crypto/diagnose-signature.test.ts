// Why a signature was refused: every reason by its real cause, made with node:crypto alone.

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

const pairOf = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
const stranger = pairOf(1024)
const otherApp = pairOf(2048)
const platform = pairOf(1024)

const names = ['appId', 'msgId', 'timestamp', 'uuid', 'version'] as const
const ids = createAttempt()
const expected = names.map((name) => ({ name, value: ids[name] ?? '' }))
const text = expected.map(({ value }) => value).join('')
const earlier = text.replace(ids.uuid ?? '', 'f'.repeat(32))

const MD5_BASE64: SignatureScheme = { algorithm: 'MD5withRSA', encoding: 'base64' }

describe.each([1024, 2048])('a customer key of %i bits', (bits) => {
  const mine = pairOf(bits)
  const second = pairOf(bits)

  const diagnosed = (given: string, over: Partial<RefusedSignature> = {}) =>
    diagnoseSignature({
      sign: given,
      expected,
      scheme: MD5_BASE64,
      registeredKeys: [second.publicKey, mine.publicKey],
      otherApps: new Map([['300000000002', [otherApp.publicKey]]]),
      platformKeys: [platform.privateKey],
      otherTexts: [earlier],
      ...over,
    })
  const bytesOf = (signText: string, digest = 'md5', key: KeyObject = mine.privateKey) =>
    sign(digest, Buffer.from(signText), key)
  const base64Of = (...given: Parameters<typeof bytesOf>) => bytesOf(...given).toString('base64')

  /** Signatures are as good as random: some texts give one with the characters that a test is about. */
  function containing(pattern: RegExp): { readonly base64: string; readonly parts: typeof expected } {
    for (let count = 0; ; count += 1) {
      const parts = [...expected.slice(0, 4), { name: 'version' as const, value: `1.${count}` }]
      const base64 = base64Of(parts.map(({ value }) => value).join(''))
      if (pattern.test(base64)) return { base64, parts }
    }
  }

  describe('the right signature in another encoding', () => {
    const { base64, parts } = containing(/\+.*\/|\/.*\+/)
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
    ])('%s', (found, spelled) => {
      expect(diagnosed(spelled, { expected: parts })).toEqual({ reason: 'otherEncoding', found })
    })

    test('base64 where hex was filed', () => {
      const scheme: SignatureScheme = { algorithm: 'MD5withRSA', encoding: 'hex' }
      expect(diagnosed(base64, { expected: parts, scheme })).toEqual({ reason: 'otherEncoding', found: 'base64' })
    })
  })

  describe('the right text with another algorithm', () => {
    test.each([
      ['SHA1withRSA', 'sha1'],
      ['SHA224withRSA', 'sha224'],
      ['SHA256withRSA', 'sha256'],
      ['SHA384withRSA', 'sha384'],
      ['SHA512withRSA', 'sha512'],
    ])('%s', (found, digest) => {
      expect(diagnosed(base64Of(text, digest))).toEqual({ reason: 'otherAlgorithm', found })
      expect(diagnosed(bytesOf(text, digest).toString('hex'))).toEqual({ reason: 'otherAlgorithm', found })
    })

    test('MD5withRSA where SHA256withRSA was filed', () => {
      const scheme: SignatureScheme = { algorithm: 'SHA256withRSA', encoding: 'base64' }
      expect(diagnosed(base64Of(text), { scheme })).toEqual({ reason: 'otherAlgorithm', found: 'MD5withRSA' })
    })

    test.each(['sha1', 'sha256'])('RSASSA-PSS with %s', (digest) => {
      const pss = { key: mine.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }
      const given = sign(digest, Buffer.from(text), pss).toString('base64')
      expect(diagnosed(given)).toEqual({ reason: 'otherAlgorithm', found: 'RSASSA-PSS' })
    })

    test.each([
      ['the text itself', Buffer.from(text)],
      ['its digest', createHash('md5').update(text).digest()],
      ["its digest's hex", Buffer.from(createHash('md5').update(text).digest('hex').toUpperCase())],
    ])('"encryption" of %s with the private key', (_, payload) => {
      const given = privateEncrypt(mine.privateKey, payload).toString('base64')
      expect(diagnosed(given)).toEqual({ reason: 'otherAlgorithm', found: 'NONEwithRSA' })
    })
  })

  describe('a filed key over another text', () => {
    const [appId, msgId, timestamp, uuid, version] = expected.map(({ value }) => value)

    test.each([
      ['msgId and uuid swapped', [appId, uuid, timestamp, msgId, version].join('')],
      ['the fields in another order', [version, appId, timestamp, uuid, msgId].join('')],
      ['with a separator', [appId, msgId, timestamp, uuid, version].join('|')],
      ['as a query string', `appId=${appId}&msgId=${msgId}&timestamp=${timestamp}&uuid=${uuid}&version=${version}`],
      ['without the version', [appId, msgId, timestamp, uuid].join('')],
      ['without the version, in another order', [appId, timestamp, msgId, uuid].join('')],
      ['without the appId', [msgId, timestamp, uuid, version].join('')],
      ['with the line end of echo', `${text}\n`],
      ['hashed before it was signText', createHash('md5').update(text).digest('hex')],
      ['of an earlier createAttempt', earlier],
    ])('%s', (_, signText) => {
      expect(diagnosed(base64Of(signText))).toEqual({ reason: 'otherText', found: signText })
      expect(diagnosed(bytesOf(signText, 'sha256').toString('hex'))).toEqual({ reason: 'otherText', found: signText })
    })

    test('that nobody could guess', () => {
      expect(diagnosed(base64Of('hello'))).toEqual({ reason: 'otherText', found: '' })
    })

    test('that can be read off, because it was "encryptText" with the private key', () => {
      const given = privateEncrypt(mine.privateKey, Buffer.from('hello')).toString('base64')
      expect(diagnosed(given)).toEqual({ reason: 'otherText', found: 'hello' })
    })
  })

  describe('another key', () => {
    test("another app's, whatever it signText", () => {
      const found = { reason: 'keyOfAnotherApp', found: '300000000002' }
      expect(diagnosed(base64Of(text, 'md5', otherApp.privateKey))).toEqual(found)
      expect(diagnosed(base64Of('hello', 'sha1', otherApp.privateKey))).toEqual(found)
    })

    test('the same key at two apps is first of all the own one', () => {
      const otherApps = new Map([['300000000002', [mine.publicKey]]])
      expect(diagnosed(base64Of(text, 'sha1'), { otherApps }).reason).toBe('otherAlgorithm')
    })

    test("the platform's own", () => {
      const found = { reason: 'platformKey', found: '' }
      expect(diagnosed(base64Of(text, 'md5', platform.privateKey))).toEqual(found)
      const key = { key: platform.publicKey, padding: constants.RSA_PKCS1_PADDING }
      expect(diagnosed(publicEncrypt(key, Buffer.from(text)).toString('base64'))).toEqual(found)
    })

    test('nobody’s here, of whatever size', () => {
      const found = { reason: 'unknownKey', found: '' }
      expect(diagnosed(base64Of(text, 'md5', stranger.privateKey))).toEqual(found)
      expect(diagnosed(base64Of(text, 'md5', pairOf(1536).privateKey))).toEqual(found)
      expect(diagnosed(base64Of(text), { registeredKeys: [] })).toEqual(found)
    })
  })

  test('a block that only looks signText or encryptText is nobody’s', () => {
    const payload = Buffer.alloc(bits / 8 - 6, 65)
    const block = Buffer.concat([Buffer.from([0, 1, 255, 255, 255, 0]), payload])
    const bare = { key: mine.privateKey, padding: constants.RSA_NO_PADDING }
    expect(diagnosed(privateEncrypt(bare, block).toString('base64')).reason).toBe('unknownKey')
    const key = { key: platform.publicKey, padding: constants.RSA_PKCS1_PADDING }
    expect(diagnosed(publicEncrypt(key, Buffer.of(1, 2, 3)).toString('base64')).reason).toBe('unknownKey')
  })

  test('what is no signature at all', () => {
    for (const given of [
      '',
      'AAAA',
      'undefined',
      '{}',
      base64Of(text).slice(4),
      'A'.repeat(100_000),
      '=',
      '%',
      '签名',
    ]) {
      expect(diagnosed(given)).toEqual({ reason: 'malformed', found: '' })
    }
  })

  test('it ends among 20 keys, the six fields of a verify call in every order included', () => {
    const registeredKeys = [...Array<KeyObject>(19).fill(second.publicKey), mine.publicKey]
    const six = [...expected, { name: 'token', value: 'f'.repeat(48) }]
    const given = base64Of('a text that is none of the guesses')
    expect(diagnosed(given, { registeredKeys, expected: six }).reason).toBe('otherText')
  })

  test('a megabyte of line breaks and a message of a dozen fields do not keep it busy', () => {
    expect(diagnosed(`${'\n'.repeat(1_000_000)}!`).reason).toBe('malformed')
    // Every order of a dozen would be half a billion.
    const dozen = Array.from({ length: 12 }, (_, index) => ({ name: `field${index}`, value: String(index) }))
    expect(diagnosed(base64Of('a text that is none of the guesses'), { expected: dozen }).reason).toBe('otherText')
  })

  test('it never throws', () => {
    const bytes = fc.uint8Array({ minLength: bits / 8, maxLength: bits / 8 }).map((block) => Buffer.from(block))
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String({ maxLength: 400 }),
      fc.tuple(bytes, fc.constantFrom('base64', 'hex', 'base64url', 'latin1')).map(([block, as]) => block.toString(as)),
    )
    const parts = fc.array(fc.record({ name: fc.string(), value: fc.string({ unit: 'binary' }) }), { maxLength: 8 })
    fc.assert(
      fc.property(anything, parts, (given, expected) => {
        expect(['malformed', 'unknownKey']).toContain(diagnosed(given, { expected }).reason)
      }),
    )
  })
})
