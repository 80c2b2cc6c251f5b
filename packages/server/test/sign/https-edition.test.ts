// Signing for the HTTPS edition: ids that the server makes, and the pre-signs of vendors' scripts.
import { createHash } from 'node:crypto'
import {
  BUSINESS_TYPES,
  EDITION_NAMES,
  type HttpsEdition,
  type HttpsIds,
  type SignAnswer,
} from '@local-number/protocol'
import { h5, miniProgram } from '../../../protocol/test/vectors/https-edition.json'
import { type ConsentRecord, createMemoryStores, createTraceId } from '../../src'
import { signWithMd5 } from '../../src/sign/signers'
import {
  APP_ID,
  APP_KEY,
  type Business,
  createHttpsPreSign,
  createHttpsTraceId,
  createPreSign,
  createSession,
  createWrongNumber,
  NOON,
  OTHER,
  startBusiness,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

const OWN: readonly HttpsEdition[] = ['httpsMiniProgram', 'httpsH5']
const md5 = (text: string) => createHash('md5').update(text).digest('hex')
const sum = (edition: HttpsEdition, { traceId, timestamp, version }: HttpsIds) =>
  md5(`${APP_ID}${BUSINESS_TYPES[edition]}${traceId}${timestamp}${traceId}${version}${APP_KEY}`)

let business: Business
const receipts: ConsentRecord[] = []

beforeEach(async () => {
  receipts.length = 0
  const onConsent = (receipt: ConsentRecord) => void receipts.push(receipt)
  business = await startBusiness({ editions: EDITION_NAMES, onConsent })
})

afterEach(() => business.stop())

test.each([...h5, ...miniProgram].map(({ name, sign }) => [name, sign] as const))(
  'the signature is that of the vector: %s',
  (_, vector) => {
    const text = vector.signed.slice(0, -vector.appKey.length)
    const app = { appKey: vector.appKey, md5Case: 'lower' } as const
    expect(signWithMd5(text, app as Parameters<typeof signWithMd5>[1])).toBe(vector.md5)
  },
)

describe.each(OWN)('the edition %s', (edition) => {
  const request = (changes: object = {}) => ({
    edition,
    consent: { version: '2026-01' },
    session: createSession(),
    ...changes,
  })

  it('is answered with ids, their signature, an attempt and our own trace id', async () => {
    const traceId = createTraceId()
    const answer = await business.server.sign(request(), { traceId })
    expect(answer).toEqual({
      ids: { traceId: expect.stringMatching(/^[0-9A-V]{32}$/), timestamp: '20261122120000000', version: '1.0' },
      sign: sum(edition, answer.ids!),
      attemptId: expect.stringMatching(/^[\w-]{97}$/),
      traceId,
    })
  })

  it('logs in', async () => {
    const { attemptId, traceId } = await business.signIds(edition)
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified', code: '000', traceId })
    await expect(business.verify(attemptId, OTHER)).rejects.toMatchObject({ code: 'attemptSpent' })
  })

  it('gets new ids for the same request under the same trace id: they do not follow from either', async () => {
    const [body, traceId] = [request(), createTraceId()]
    const answers = await Promise.all(Array.from({ length: 50 }, () => business.server.sign(body, { traceId })))
    expect(new Set(answers.map(({ ids }) => ids?.traceId)).size).toBe(50)
    for (const { ids } of answers) expect(ids?.traceId.toLowerCase()).not.toBe(traceId)
  })

  it('has the server’s time, whatever the zone of the process', async () => {
    business.clock.ms = Date.UTC(2026, 11, 31, 16, 0, 0, 7)
    expect((await business.signIds(edition)).ids?.timestamp).toBe('20270101000000007')
  })

  it('is signed with no memory of used ids', async () => {
    const addOnce = jest.fn()
    const stores = { ...createMemoryStores({ now: () => NOON }), preSigns: { addOnce } }
    const other = await startBusiness({ editions: [edition], stores })
    expect((await other.signIds(edition)).sign).toBeTruthy()
    expect(addOnce).not.toHaveBeenCalled()
    await other.stop()
  })

  it('leaves a receipt, and is not signed if that cannot be kept', async () => {
    const { traceId } = await business.signIds(edition)
    expect(receipts).toMatchObject([{ version: '2026-01', traceId }])
    const failing = await startBusiness({
      editions: [edition],
      onConsent: () => Promise.reject(new Error('audit is down')),
    })
    await expect(failing.signIds(edition)).rejects.toThrow('audit is down')
    await failing.stop()
  })

  it('is not signed for a session that sent too many wrong numbers', async () => {
    const session = createSession()
    business.platform.answerWith(answerCode('001'))
    for (let wrong = 0; wrong < 5; wrong += 1)
      await business.verify((await business.signIds(edition, session)).attemptId, createWrongNumber(wrong))
    await expect(business.signIds(edition, session)).rejects.toMatchObject({ code: 'attemptsExhausted', status: 429 })
  })

  it('is refused with the setting to change if it is not enabled', async () => {
    const other = await startBusiness({ editions: EDITION_NAMES.filter((name) => name !== edition) })
    await expect(other.signIds(edition)).rejects.toMatchObject({
      code: 'requestMalformed',
      status: 400,
      message: expect.stringContaining(`(add ${edition} to LOCAL_NUMBER_EDITIONS to enable it)`),
    })
    await other.stop()
  })
})

describe('a vendor’s script of the HTTPS edition', () => {
  it.each(['1', '5'] as const)('gets the signature of its pre-sign with business type %s', async (businessType) => {
    const preSign = createHttpsPreSign(NOON, { businessType })
    expect(await business.sign(undefined, preSign)).toEqual<SignAnswer>({
      sign: md5(preSign + APP_KEY),
      attemptId: expect.stringMatching(/^[\w-]{97}$/),
      traceId: expect.any(String),
    })
  })

  it('gets one signature for a traceId, also with another time', async () => {
    const traceId = createHttpsTraceId()
    await business.sign(undefined, createHttpsPreSign(NOON, { traceId }))
    await expect(business.sign(undefined, createHttpsPreSign(NOON + 1, { traceId }))).rejects.toMatchObject({
      code: 'preSignReplayed',
    })
  })

  it('gets the server’s time if its own is outside the window', async () => {
    await expect(business.sign(undefined, createHttpsPreSign(NOON - 120_001))).rejects.toMatchObject({
      code: 'preSignOutsideWindow',
      facts: { serverTime: NOON },
    })
  })
})

describe('the default editions', () => {
  it('sign for no HTTPS edition', async () => {
    const defaults = await startBusiness()
    for (const edition of OWN) await expect(defaults.signIds(edition)).rejects.toMatchObject({ status: 400 })
    await expect(defaults.sign(undefined, createHttpsPreSign(NOON))).rejects.toMatchObject({
      code: 'preSignMalformed',
      message: expect.stringContaining('LOCAL_NUMBER_EDITIONS'),
    })
    await defaults.stop()
  })
})

it('the letters of the MD5 can be upper case, and the RSA signature stays the same', async () => {
  const upper = await startBusiness({ editions: EDITION_NAMES, md5Case: 'upper' })
  const { ids, sign } = await upper.signIds('httpsH5')
  expect(sign).toBe(sum('httpsH5', ids!).toUpperCase())
  const preSign = createPreSign(NOON)
  expect((await upper.sign(undefined, preSign)).sign).toBe((await business.sign(undefined, preSign)).sign)
  await upper.stop()
})
