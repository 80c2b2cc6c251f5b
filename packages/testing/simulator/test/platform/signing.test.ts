// The cost of a refused signature, with any number of apps.
import crypto, { constants, generateKeyPairSync, type KeyObject, publicEncrypt, sign } from 'node:crypto'
import type { Platform } from '../../src/platform/platform'
import { checkSignature } from '../../src/platform/signing'
import type { App } from '../../src/state/apps'

const generatePair = () => generateKeyPairSync('rsa', { modulusLength: 1024 })
const mine = generatePair()
const myPlatform = generatePair()
const another = generatePair()
const anotherPlatform = generatePair()
const unknown = generatePair()

const TEXT = 'the text'
const PARTS = [{ name: 'all', value: TEXT }]
const signBy = (key: KeyObject) => sign('md5', Buffer.from(TEXT), key).toString('base64')

function createApp(appId: string, customerKey: KeyObject, platformKey: KeyObject): App {
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
  createApp(`300000000${index}`, another.publicKey, anotherPlatform.privateKey),
)

const MINE = createApp('300011877495', mine.publicKey, myPlatform.privateKey)

function check(given: string, all: readonly App[]) {
  const platform = { apps: { all }, store: { listRecentPreSigns: () => [] } } as unknown as Platform
  return checkSignature({ app: MINE, platform }, { parts: PARTS, sign: given })
}

const checkAmongThousand = (given: string) => check(given, [...OTHERS, MINE])

afterEach(() => jest.restoreAllMocks())

test('a refused signature costs at most some fifty key operations with a thousand apps', () => {
  const opened = jest.spyOn(crypto, 'publicDecrypt')
  const decrypted = jest.spyOn(crypto, 'privateDecrypt')
  expect(checkAmongThousand(signBy(unknown.privateKey))).toMatchObject({ verified: false, reason: 'unknownKey' })
  // The app's own key, and fifty others.
  expect(opened.mock.calls.length).toBeGreaterThan(1)
  expect(opened.mock.calls.length).toBeLessThanOrEqual(51)
  expect(decrypted.mock.calls.length).toBeLessThanOrEqual(10)
})

test('the keys of the app itself are always tried', () => {
  expect(checkAmongThousand(signBy(mine.privateKey))).toMatchObject({ verified: true })
  expect(checkAmongThousand(signBy(myPlatform.privateKey))).toMatchObject({ reason: 'platformKey' })
  const key = { key: myPlatform.publicKey, padding: constants.RSA_PKCS1_PADDING }
  const encryptText = publicEncrypt(key, Buffer.from(TEXT)).toString('base64')
  expect(checkAmongThousand(encryptText)).toMatchObject({ reason: 'platformKey' })
})

test('with many other apps the newest ones are tried', () => {
  const newest = createApp('300000009999', unknown.publicKey, anotherPlatform.privateKey)
  const found = check(signBy(unknown.privateKey), [MINE, ...OTHERS, newest])
  expect(found).toMatchObject({ reason: 'keyOfAnotherApp', found: newest.appId })
})
