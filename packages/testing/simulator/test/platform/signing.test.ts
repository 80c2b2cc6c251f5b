// What a refused signature costs, however many apps are filed.
import crypto, { constants, generateKeyPairSync, type KeyObject, publicEncrypt, sign } from 'node:crypto'
import type { Platform } from '../../src/platform/platform'
import { checkSignature } from '../../src/platform/signing'
import type { App } from '../../src/state/apps'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 1024 })
const [mine, myPlatform, another, anotherPlatform, stranger] = [pair(), pair(), pair(), pair(), pair()]

const TEXT = 'the text'
const PARTS = [{ name: 'all', value: TEXT }]
const signedBy = (key: KeyObject) => sign('md5', Buffer.from(TEXT), key).toString('base64')

function filed(appId: string, customerKey: KeyObject, platformKey: KeyObject): App {
  return {
    appId,
    appKey: 'appKey',
    signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
    customerKeyFingerprints: [],
    customerKeys: [customerKey],
    platformKey,
  } as unknown as App
}

const OTHERS = Array.from({ length: 999 }, (_, index) =>
  filed(`300000000${index}`, another.publicKey, anotherPlatform.privateKey),
)

const MINE = filed('300011877495', mine.publicKey, myPlatform.privateKey)

function checked(given: string, all: readonly App[]) {
  const platform = { apps: { all }, store: { listRecentPreSigns: () => [] } } as unknown as Platform
  return checkSignature({ app: MINE, platform }, { parts: PARTS, sign: given })
}

const amongThousand = (given: string) => checked(given, [...OTHERS, MINE])

afterEach(() => jest.restoreAllMocks())

test('a thousand apps cost no more key operations than some fifty', () => {
  const opened = jest.spyOn(crypto, 'publicDecrypt')
  const decrypted = jest.spyOn(crypto, 'privateDecrypt')
  expect(amongThousand(signedBy(stranger.privateKey))).toMatchObject({ verified: false, reason: 'unknownKey' })
  // The app's own, and fifty others.
  expect(opened.mock.calls.length).toBeGreaterThan(1)
  expect(opened.mock.calls.length).toBeLessThanOrEqual(51)
  expect(decrypted.mock.calls.length).toBeLessThanOrEqual(10)
})

test('the keys of the app itself are never left out', () => {
  expect(amongThousand(signedBy(mine.privateKey))).toMatchObject({ verified: true })
  expect(amongThousand(signedBy(myPlatform.privateKey))).toMatchObject({ reason: 'platformKey' })
  const key = { key: myPlatform.publicKey, padding: constants.RSA_PKCS1_PADDING }
  const encryptText = publicEncrypt(key, Buffer.from(TEXT)).toString('base64')
  expect(amongThousand(encryptText)).toMatchObject({ reason: 'platformKey' })
})

test('among too many others the newest are tried', () => {
  const newest = filed('300000009999', stranger.publicKey, anotherPlatform.privateKey)
  const found = checked(signedBy(stranger.privateKey), [MINE, ...OTHERS, newest])
  expect(found).toMatchObject({ reason: 'keyOfAnotherApp', found: newest.appId })
})
