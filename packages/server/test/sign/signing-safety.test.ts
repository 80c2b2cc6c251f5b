// The pre-sign and the verify call are signed with one key. Nothing that /sign accepts may ever read as a verify
// string, for any choice of its parts: appId + msgId + phoneNum + timestamp + token + version (protocol.md §5).
import { formatTimestamp } from '@local-number/protocol'
import fc from 'fast-check'
import { judgePreSign, type PreSignPolicy } from '../../src/sign/pre-sign-policy'
import { APP_ID, NOON, startBusiness } from '../support/business'

const policy: PreSignPolicy = { appId: APP_ID, editions: ['miniProgram', 'h5', 'h5Vendor'], clockSkewMs: 120_000 }
/** base64 of one block of the smallest accepted key, 1024 bits. */
const SHORTEST_PHONE_NUM = 172

const accepts = (text: string) => judgePreSign(text, policy, NOON).accepted

const alphabet = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length })
const DIGITS = '0123456789'
const ALNUM = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`
const HEX = `${DIGITS}abcdef`

const timestamp = fc
  .tuple(fc.integer({ min: -48, max: 56 }), fc.integer({ min: -120_000, max: 120_000 }))
  .map(([quarters, skew]) => formatTimestamp(NOON + skew, quarters * 15))

const ownPreSign = fc
  .tuple(alphabet(ALNUM, 32), timestamp, alphabet(ALNUM, 32))
  .map(([msgId, time, uuid]) => `${APP_ID}${msgId}${time}${uuid}1.2`)

const guid = fc.tuple(...[8, 4, 4, 4, 12].map((length) => alphabet(HEX, length))).map((groups) => groups.join('-'))
const vendorPreSign = fc
  .tuple(fc.stringMatching(/^\d{1,20}$/), timestamp, guid, fc.constantFrom('1.0', '1.1', '1.2'))
  .map(([fraction, time, uuid, version]) => `${APP_ID}0.${fraction}${time}${uuid}${version}`)

const preSign = fc.oneof(ownPreSign, vendorPreSign)

const phoneNum = fc
  .tuple(fc.constantFrom(128, 256, 384, 512), fc.integer({ min: 1, max: 2 }), fc.infiniteStream(fc.nat(255)))
  .map(([block, blocks, bytes]) => Buffer.from([...bytes.take(block * blocks)]).toString('base64'))

/** Any text, and parts of real pre-signs, which an attacker would choose. */
const imitation = fc.oneof(
  fc.string({ maxLength: 64 }),
  preSign,
  fc.tuple(preSign, fc.nat(90)).map(([text, from]) => text.slice(from)),
  fc.tuple(preSign, fc.nat(90)).map(([text, to]) => text.slice(0, to)),
)

const verifyString = fc
  .record({
    msgId: fc.oneof(alphabet(HEX, 32), alphabet(ALNUM, 32), fc.constant(''), imitation),
    phoneNum,
    time: fc.oneof(timestamp, fc.constant('')),
    token: imitation,
    version: fc.constantFrom('1.0', '1.2', ''),
  })
  .map(({ msgId, phoneNum, time, token, version }) => `${APP_ID}${msgId}${phoneNum}${time}${token}${version}`)

describe('signing safety', () => {
  it('is tested with strings that a lenient pattern accepts', () => {
    const freeLengthMsgId = new RegExp(`^${APP_ID}.{1,}\\d{17}.{1,36}1\\.\\d$`, 's')
    const sample = fc.sample(verifyString, { numRuns: 500, seed: 1 })
    expect(sample.filter((text) => freeLengthMsgId.test(text)).length).toBeGreaterThan(50)
  })

  it('no verify string is accepted, including those made to look like a pre-sign', () => {
    fc.assert(
      fc.property(verifyString, (text) => !accepts(text)),
      { numRuns: 2_000 },
    )
  })

  it('no accepted pre-sign can be split into a verify string: it is too short for a ciphertext', () => {
    fc.assert(
      fc.property(preSign, (text) => {
        expect(accepts(text)).toBe(true)
        const longestBase64 = Math.max(...text.split(/[^0-9A-Za-z+/=]/).map((run) => run.length))
        expect(longestBase64).toBeLessThan(SHORTEST_PHONE_NUM)
        expect(text.length).toBeLessThan(APP_ID.length + SHORTEST_PHONE_NUM)
      }),
      { numRuns: 1_000 },
    )
  })

  it('a pre-sign of our editions with one character more or less is refused', () => {
    const own = { ...policy, editions: ['miniProgram', 'h5'] } as const
    fc.assert(
      fc.property(ownPreSign, fc.nat(95), fc.constantFrom(...ALNUM, '.', '+', '/', '='), (text, at, character) => {
        const longer = text.slice(0, at) + character + text.slice(at)
        const shorter = text.slice(0, at) + text.slice(at + 1)
        expect(judgePreSign(longer, own, NOON).accepted).toBe(false)
        expect(judgePreSign(shorter, own, NOON).accepted).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  it('a changed character is accepted only if it is in the edition’s alphabet', () => {
    fc.assert(
      fc.property(ownPreSign, fc.nat(95), fc.string({ minLength: 1, maxLength: 1 }), (text, at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1)
        if (!accepts(changed)) return
        const shape = new RegExp(`^${APP_ID}[0-9A-Za-z]{32}\\d{17}[0-9A-Za-z]{32}1\\.2$`)
        expect(changed).toMatch(shape)
      }),
      { numRuns: 1_000 },
    )
  })

  it('/sign refuses the text that the server itself signed for the platform', async () => {
    const business = await startBusiness()
    await business.login()
    const { header, body } = business.platform.requests[0]!.message
    const signedText = [header.appId, header.msgId, body.phoneNum, header.timestamp, body.token, header.version].join(
      '',
    )
    await expect(business.sign(undefined, signedText)).rejects.toMatchObject({ status: 400 })
    await business.stop()
  })
})
