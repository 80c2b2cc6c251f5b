import { execFile } from 'node:child_process'
import { constants, createPrivateKey, createPublicKey, privateDecrypt, verify } from 'node:crypto'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Msisdn } from '@local-number/protocol'
import { importPublicKey } from '@local-number/rsa'
import type { AppIdentity } from '../../src/app-identity'
import { importCustomerKeys } from '../../src/customer-keys'
import { redactText } from '../../src/log/redaction'
import { randomBytes } from '../../src/random-bytes'
import { buildPlatformRequest, type PlatformRequestOptions } from '../../src/verify/platform-request'
import { APP_ID, APP_KEY, carrier, customer, NOON, PHONE } from '../support/business'

jest.mock('../../src/random-bytes', () => ({
  randomBytes: jest.fn(jest.requireActual('../../src/random-bytes').randomBytes),
}))

const customerKeys = importCustomerKeys(customer.privateKey)
const app: AppIdentity = {
  appId: APP_ID,
  appKey: APP_KEY,
  customerKeys,
  platformPublicKey: importPublicKey(carrier.publicKey),
  signature: {},
  md5Case: 'lower',
}
const options: PlatformRequestOptions = { app, userInformation: 'verbatim', now: () => NOON }
const TRACE = '0a1b2c3d'.repeat(4)
const number = {
  phone: PHONE as Msisdn,
  token: 'STsid0000001',
  userInformation: 'ZmluZ2VycHJpbnQ%3D',
  customerKey: customerKeys.signing,
  traceId: TRACE,
}

const privateKey = (text: string) =>
  createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
const publicKey = (text: string) => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })

/** PKCS#1 v1.5 by its definition: `00 02`, random bytes, `00`, the message. */
function decrypt(phoneNum: string): string {
  const key = { key: privateKey(carrier.privateKey), padding: constants.RSA_NO_PADDING }
  const block = privateDecrypt(key, Buffer.from(phoneNum, 'base64'))
  expect([...block.subarray(0, 2)]).toEqual([0, 2])
  return block.subarray(block.indexOf(0, 2) + 1).toString()
}

describe('the platform request', () => {
  it('has the documented shape', async () => {
    const { header, body } = await buildPlatformRequest(number, options)
    expect(header).toEqual({
      version: '1.0',
      msgId: expect.stringMatching(/^[0-9a-f]{32}$/),
      appId: APP_ID,
      timestamp: '20261122120000000',
    })
    expect(Object.keys(body).sort()).toEqual(['expandParams', 'phoneNum', 'sign', 'token', 'userInformation'])
    expect(body).toMatchObject({ expandParams: '', token: number.token, userInformation: number.userInformation })
  })

  it('has a new msgId every time', async () => {
    const [first, second] = await Promise.all([
      buildPlatformRequest(number, options),
      buildPlatformRequest(number, options),
    ])
    expect(first.header.msgId).not.toBe(second.header.msgId)
  })

  it('has a msgId that begins with the reference which the user sees, and goes on at random', async () => {
    const msgIds = new Set<string>()
    for (let made = 0; made < 20; made += 1) msgIds.add((await buildPlatformRequest(number, options)).header.msgId)
    expect([...msgIds].map((id) => id.slice(0, 8))).toEqual(Array(20).fill('0a1b2c3d'))
    expect(new Set([...msgIds].map((id) => id.slice(8))).size).toBe(20)
  })

  it('has a msgId that the log can name: the redaction finds no number in it', async () => {
    const draws = ['abcdefabcdefabcdefabc13800138000', 'cd'.repeat(16)].map((hex) => Buffer.from(hex, 'hex'))
    for (const drawn of draws) jest.mocked(randomBytes).mockReturnValueOnce(drawn)
    const { header } = await buildPlatformRequest(number, options)
    expect(header.msgId).toBe(`0a1b2c3d${'cd'.repeat(12)}`)
    expect(redactText(header.msgId)).toBe(header.msgId)
  })

  it('encrypts phone, appKey and timestamp for the platform', async () => {
    const { body } = await buildPlatformRequest(number, options)
    expect(decrypt(body.phoneNum)).toBe(`${PHONE}${APP_KEY}20261122120000000`)
  })

  it('is signed over appId, msgId, phoneNum, timestamp, token and version', async () => {
    const { header, body } = await buildPlatformRequest(number, options)
    const signedText = `${APP_ID}${header.msgId}${body.phoneNum}${header.timestamp}${body.token}1.0`
    const key = publicKey(customer.publicKey)
    expect(verify('md5', Buffer.from(signedText), key, Buffer.from(body.sign, 'base64'))).toBe(true)
  })

  it('is signed in the configured algorithm and encoding', async () => {
    const signature = { algorithm: 'SHA256withRSA', encoding: 'HEX' } as const
    const { header, body } = await buildPlatformRequest(number, { ...options, app: { ...app, signature } })
    const signedText = `${APP_ID}${header.msgId}${body.phoneNum}${header.timestamp}${body.token}1.0`
    expect(body.sign).toMatch(/^[0-9A-F]{256}$/)
    const key = publicKey(customer.publicKey)
    expect(verify('sha256', Buffer.from(signedText), key, Buffer.from(body.sign, 'hex'))).toBe(true)
  })
})

describe('userInformation', () => {
  it('is sent with one layer of percent-encoding undone if decodedOnce is configured', async () => {
    const { body } = await buildPlatformRequest(number, { ...options, userInformation: 'decodedOnce' })
    expect(body.userInformation).toBe('ZmluZ2VycHJpbnQ=')
  })

  it('is sent with one more layer of percent-encoding if encodedOnce is configured', async () => {
    const { body } = await buildPlatformRequest(number, { ...options, userInformation: 'encodedOnce' })
    expect(body.userInformation).toBe('ZmluZ2VycHJpbnQ%253D')
  })

  it.each([
    ['decoded', '%zz', 'decodedOnce'],
    ['decoded', '%ff', 'decodedOnce'],
    ['encoded', '\ud800', 'encodedOnce'],
  ] as const)('is refused as malformed if it cannot be %s: %j', async (_, userInformation, form) => {
    const broken = buildPlatformRequest({ ...number, userInformation }, { ...options, userInformation: form })
    await expect(broken).rejects.toMatchObject({ code: 'requestMalformed', detail: 'check: userInformation' })
  })
})

describe('the timestamp is in Shanghai time', () => {
  const root = resolve(__dirname, '../../../..')
  const script = resolve(__dirname, '../support/print-timestamp.ts')

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in a process that runs in %s', async (TZ) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=@local-number/source', '--import', 'tsx', script],
      { cwd: root, env: { ...process.env, TZ } },
    )
    const { timestamp, hour } = JSON.parse(stdout)
    expect(timestamp).toBe('20261122120000000')
    // Proves that the child ran in that zone: noon in Shanghai is another hour there.
    expect(hour).toBe({ UTC: 4, 'America/Los_Angeles': 20, 'Pacific/Kiritimati': 18 }[TZ])
  })
})
