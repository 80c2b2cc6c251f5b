// The pre-sign and the verify call are signed with one key. Nothing that /sign accepts may ever read as a verify
// string, for any choice of its parts: appId + msgId + phoneNum + timestamp + token + version (protocol.md §5).
import { EDITION_NAMES } from '@local-number/protocol'
import fc from 'fast-check'
import { judgePreSign, type PreSignPolicy } from '../../src/sign/pre-sign-policy'
import { APP_ID, NOON, startBusiness } from '../support/business'
import { ALNUM, httpsPreSign, imagePreSign, ownPreSign, verifyString } from '../support/signable-texts'

const policy: PreSignPolicy = { appId: APP_ID, editions: EDITION_NAMES, clockSkewMs: 120_000 }
/** base64 of one block of the smallest accepted key, 1024 bits. */
const SHORTEST_PHONE_NUM = 172

const accepts = (text: string) => judgePreSign(text, policy, NOON).accepted

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
      fc.property(fc.oneof(imagePreSign, httpsPreSign), (text) => {
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
    const business = await startBusiness({ editions: EDITION_NAMES })
    await business.login()
    const { header, body } = business.platform.requests[0]!.message
    const signedText = [header.appId, header.msgId, body.phoneNum, header.timestamp, body.token, header.version].join(
      '',
    )
    await expect(business.sign(undefined, signedText)).rejects.toMatchObject({ status: 400 })
    await business.stop()
  })
})
