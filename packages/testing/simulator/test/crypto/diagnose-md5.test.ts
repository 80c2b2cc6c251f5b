// Why an MD5 of the HTTPS edition was refused, by the mistakes that people make.
import { createHash, createHmac, generateKeyPairSync, sign as signRsa } from 'node:crypto'
import { diagnoseMd5, type RefusedMd5 } from '../../src/crypto/diagnose-md5'

const APP_KEY = 'A0b1C2d3E4f5A6b7'
const TRACE_ID = 'KCQACLPM2JPBQ2NK0UETPI9IJHG96OE5'
const EXPECTED = [
  { name: 'appId', value: '300011877495' },
  { name: 'businessType', value: '5' },
  { name: 'msgId', value: TRACE_ID },
  { name: 'timestamp', value: '20260101085900000' },
  { name: 'traceId', value: TRACE_ID },
  { name: 'version', value: '1.0' },
]
const [APP_ID, TYPE, MSG_ID, TIMESTAMP, TRACE, VERSION] = EXPECTED.map(({ value }) => value)
const TEXT = EXPECTED.map(({ value }) => value).join('')
const EARLIER = EXPECTED.map((part) => (part.name.endsWith('Id') ? { ...part, value: 'X'.repeat(32) } : part))

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

function diagnose(sign: string, changes: Partial<RefusedMd5> = {}) {
  return diagnoseMd5({
    sign,
    expected: EXPECTED,
    appKey: APP_KEY,
    otherApps: new Map([['300011877499', 'another-appKey']]),
    otherAttempts: [EARLIER],
    ...changes,
  })
}

const join = (parts: readonly { readonly value: string }[]) => parts.map(({ value }) => value).join('')

test.each([
  ['', 'malformed', ''],
  ['QUJD', 'malformed', ''],
  ['z'.repeat(32), 'malformed', ''],
  [createHash('md5').update(`${TEXT}${APP_KEY}`).digest('base64'), 'otherEncoding', 'base64'],
  [createHash('sha1').update(`${TEXT}${APP_KEY}`).digest('hex'), 'otherAlgorithm', 'SHA-1'],
  [createHash('sha256').update(`${TEXT}${APP_KEY}`).digest('hex').toUpperCase(), 'otherAlgorithm', 'SHA-256'],
  [createHmac('md5', APP_KEY).update(TEXT).digest('hex'), 'otherAlgorithm', 'HMAC-MD5'],
  [md5(TEXT), 'withoutAppKey', ''],
  [md5(TEXT).toUpperCase(), 'withoutAppKey', ''],
  [md5(`${TEXT}${APP_KEY.toLowerCase()}`), 'appKeyCase', 'lower'],
  [md5(`${TEXT}${APP_KEY.toUpperCase()}`), 'appKeyCase', 'upper'],
  [md5(`${TEXT}another-appKey`), 'keyOfAnotherApp', '300011877499'],
  [md5(`${TEXT}never seen`), 'unknown', ''],
])('%s is %s %s', (sign, reason, found) => {
  expect(diagnose(sign)).toMatchObject({ reason, found })
})

test('a signature of the image edition is recognized', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const sign = signRsa('md5', Buffer.from(TEXT), privateKey).toString('base64')
  expect(diagnose(sign)).toMatchObject({ reason: 'otherAlgorithm', found: 'RSA' })
})

test('the text of an earlier attempt is found part by part', () => {
  const { reason, foundParts } = diagnose(md5(`${join(EARLIER)}${APP_KEY}`))
  expect(reason).toBe('otherAttempt')
  expect(foundParts).toEqual([...EARLIER, { name: 'appKey', value: APP_KEY }])
})

test.each([
  ['the version of the image edition', [APP_ID, TYPE, MSG_ID, TIMESTAMP, TRACE, '1.2', APP_KEY].join('')],
  ['the other business type', [APP_ID, '1', MSG_ID, TIMESTAMP, TRACE, VERSION, APP_KEY].join('')],
  ['a separator', [APP_ID, TYPE, MSG_ID, TIMESTAMP, TRACE, VERSION, APP_KEY].join('&')],
  ['names', [...EXPECTED.map(({ name, value }) => `${name}=${value}`), `appKey=${APP_KEY}`].join('&')],
  ['no traceId', [APP_ID, TYPE, MSG_ID, TIMESTAMP, VERSION, APP_KEY].join('')],
  ['a line end', `${TEXT}${APP_KEY}\n`],
])('a text with %s is found', (_, text) => {
  const { reason, foundParts } = diagnose(md5(text))
  expect([reason, join(foundParts)]).toEqual(['otherText', text])
})

test.each([
  ['appKey', 'appId', 'businessType', 'msgId', 'timestamp', 'traceId', 'version'],
  ['appId', 'appKey', 'version', 'timestamp', 'msgId', 'traceId', 'businessType'],
])('the order that begins with %s, %s, %s is found', (...names) => {
  const values = new Map([...EXPECTED, { name: 'appKey', value: APP_KEY }].map(({ name, value }) => [name, value]))
  const { reason, foundParts } = diagnose(md5(names.map((name) => values.get(name)).join('')))
  expect(reason).toBe('otherOrder')
  expect(join(foundParts)).toBe(names.map((name) => values.get(name)).join(''))
  expect(foundParts[0]?.name).toBe(names[0])
})

test('with many apps only the first ones are tried', () => {
  const apps = Array.from({ length: 1000 }, (_, index) => [`30000000${index}`, `key ${index}`] as const)
  const diagnoseKey = (index: number) => diagnose(md5(`${TEXT}key ${index}`), { otherApps: new Map(apps) })
  expect(diagnoseKey(39)).toMatchObject({ reason: 'keyOfAnotherApp', found: '3000000039' })
  expect(diagnoseKey(40)).toMatchObject({ reason: 'unknown' })
})
