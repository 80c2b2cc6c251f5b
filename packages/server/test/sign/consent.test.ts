// The receipt that comes after the signature, with the user's tap.
import { createHash } from 'node:crypto'
import { type ConsentReceipt, EDITION_NAMES } from '@local-number/protocol'
import { type ConsentRecord, createMemoryStores, type LocalNumberServerOptions } from '../../src'
import { createFingerprint } from '../../src/fingerprint'
import {
  type Business,
  createFacts,
  createPreSign,
  createSession,
  createWrongNumber,
  NOON,
  OPTIONS,
  startBusiness,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

let business: Business
const receipts: ConsentRecord[] = []
const onConsent = (receipt: ConsentRecord) => void receipts.push(receipt)
const start = (changes: Partial<LocalNumberServerOptions> = {}) =>
  startBusiness({ editions: EDITION_NAMES, onConsent, ...changes })

beforeEach(async () => {
  receipts.length = 0
  business = await start()
})

afterEach(() => business.stop())

describe('a signature before the tap', () => {
  it.each([undefined, null])('is given for an edition with the consent %j, without a receipt', async (consent) => {
    const request = { edition: 'httpsH5', session: createSession(), consent }
    expect(await business.server.sign(request, createFacts())).toMatchObject({ ids: expect.anything() })
    expect(receipts).toEqual([])
  })

  it('is not given for a pre-sign', async () => {
    const request = { preSign: createPreSign(NOON), session: createSession() }
    await expect(business.server.sign(request, createFacts())).rejects.toMatchObject({ code: 'consentRequired' })
  })

  it('is not given with consent to terms that are no longer current', async () => {
    const request = { edition: 'httpsH5', session: createSession(), consent: { version: '2025-01' } }
    await expect(business.server.sign(request, createFacts())).rejects.toMatchObject({ code: 'consentRequired' })
  })

  it('is not given to a session that sent too many wrong numbers', async () => {
    const session = createSession()
    business.platform.answerWith(answerCode('001'))
    for (let wrong = 0; wrong < 5; wrong += 1) await business.login(session, createWrongNumber(wrong))
    await expect(business.prefetch(session)).rejects.toMatchObject({ code: 'attemptsExhausted' })
  })
})

describe('verify without a receipt', () => {
  it('is refused under the attempt’s trace id, nothing is asked, and the attempt stays valid', async () => {
    const { attemptId, traceId } = await business.prefetch()
    await expect(business.verify(attemptId)).rejects.toMatchObject({ code: 'consentRequired', status: 403, traceId })
    expect(business.platform.requests).toHaveLength(0)
    await business.consent(attemptId)
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified', traceId })
  })
})

describe('the receipt', () => {
  it('is that of a sign with consent, and the answer names the attempt’s trace', async () => {
    const { attemptId, traceId } = await business.prefetch()
    business.clock.ms += 5000
    expect(await business.consent(attemptId)).toEqual({ traceId })
    expect(receipts).toEqual([
      {
        way: 'sim',
        version: '2026-01',
        locale: null,
        textHash: null,
        at: '2026-11-22T04:00:05.000Z',
        traceId,
        sessionHash: expect.stringMatching(/^[\w-]{43}$/),
        attemptHash: expect.stringMatching(/^[\w-]{43}$/),
      },
    ])
  })

  it('has the session of its sign', async () => {
    const session = createSession()
    await business.signIds('httpsH5', session)
    await business.consent((await business.prefetch(session)).attemptId)
    expect(receipts[1]?.sessionHash).toBe(receipts[0]?.sessionHash)
  })

  it('is kept once: repeats get the same answer, and the first counts', async () => {
    const versions = ['2026-01', '2026-02']
    const other = await start({ consentVersions: versions })
    const { attemptId, traceId } = await other.prefetch()
    expect(await other.consent(attemptId, '2026-02')).toEqual({ traceId })
    expect(await other.consent(attemptId, '2026-01')).toEqual({ traceId })
    expect(receipts).toMatchObject([{ version: '2026-02' }])
    await other.stop()
  })

  it('is kept once for many racing requests', async () => {
    const { attemptId, traceId } = await business.prefetch()
    const answers = await Promise.all(Array.from({ length: 20 }, () => business.consent(attemptId)))
    expect(answers).toEqual(Array(20).fill({ traceId }))
    expect(receipts).toHaveLength(1)
  })

  it('is not written again for an attempt whose sign had consent', async () => {
    const { attemptId, traceId } = await business.signIds('httpsH5')
    expect(await business.consent(attemptId)).toEqual({ traceId })
    expect(receipts).toHaveLength(1)
  })

  it('that cannot be kept leaves the attempt without consent, until one can', async () => {
    const audit = jest.fn().mockRejectedValueOnce(new Error('audit is down'))
    const failing = await start({ onConsent: audit })
    const { attemptId, traceId } = await failing.prefetch()
    await expect(failing.consent(attemptId)).rejects.toMatchObject({ code: 'internal', traceId })
    await expect(failing.verify(attemptId)).rejects.toMatchObject({ code: 'consentRequired' })
    await failing.consent(attemptId)
    expect(await failing.verify(attemptId)).toMatchObject({ outcome: 'verified' })
    await failing.stop()
  })

  it('is waited for: verify is refused while it is being kept', async () => {
    let finish: () => void = () => undefined
    const slow = await start({
      onConsent: () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    })
    const { attemptId } = await slow.prefetch()
    const consenting = slow.consent(attemptId)
    await expect(slow.verify(attemptId)).rejects.toMatchObject({ code: 'consentRequired' })
    finish()
    await consenting
    expect(await slow.verify(attemptId)).toMatchObject({ outcome: 'verified' })
    await slow.stop()
  })

  it('is kept before a repeat is answered', async () => {
    let finish: () => void = () => undefined
    const onConsent = jest.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve
        }),
    )
    const slow = await start({ onConsent })
    const { attemptId } = await slow.prefetch()
    const first = slow.consent(attemptId)
    const second = slow.consent(attemptId).then(() => slow.verify(attemptId))
    await new Promise(setImmediate)
    finish()
    await first
    expect(await second).toMatchObject({ outcome: 'verified' })
    expect(onConsent).toHaveBeenCalledTimes(1)
    await slow.stop()
  })

  it('is kept by a repeat if the process of the first was killed', async () => {
    const stores = createMemoryStores({ now: () => business.clock.ms })
    const other = await start({ stores })
    const { attemptId, traceId } = await other.prefetch()
    await stores.attempts.changeConsent(attemptId, 'missing', 'pending')
    expect(await other.consent(attemptId)).toEqual({ traceId })
    expect(receipts).toHaveLength(1)
    expect(await other.verify(attemptId)).toMatchObject({ outcome: 'verified' })
    await other.stop()
  })

  it('to terms that are no longer current is refused as consentRequired', async () => {
    const { attemptId } = await business.prefetch()
    await expect(business.consent(attemptId, '2025-01')).rejects.toMatchObject({ code: 'consentRequired', status: 403 })
    await expect(business.verify(attemptId)).rejects.toMatchObject({ code: 'consentRequired' })
  })

  it.each([undefined, null])('without consent (%j) is refused as consentRequired', async (consent) => {
    const { attemptId } = await business.prefetch()
    await expect(business.server.consent({ attemptId, consent }, createFacts())).rejects.toMatchObject({
      code: 'consentRequired',
    })
  })

  it('of an attempt that is unknown, spent or expired is refused as attemptSpent', async () => {
    const spent = await business.signIds('httpsH5')
    await business.verify(spent.attemptId)
    const expired = await business.prefetch()
    business.clock.ms += 600_000
    for (const id of [spent.attemptId, expired.attemptId, 'a'.repeat(43)]) {
      await expect(business.consent(id)).rejects.toMatchObject({ code: 'attemptSpent', status: 409 })
    }
  })

  it('of another caller’s attempt is refused as attemptSpent, and the caller can still give it', async () => {
    const [alice, mallory] = [createFacts({ callerId: createSession() }), createFacts({ callerId: createSession() })]
    const sign = { edition: 'httpsH5', session: createSession() }
    const { attemptId } = await business.server.sign(sign, alice)
    const request = { attemptId, consent: { version: '2026-01' } }
    await expect(business.server.consent(request, mallory)).rejects.toMatchObject({ code: 'attemptSpent' })
    await business.server.consent(request, alice)
    expect(receipts).toHaveLength(1)
    await expect(business.server.consent(request, mallory)).rejects.toMatchObject({ code: 'attemptSpent' })
  })

  it.each([{}, { attemptId: 1 }, { attemptId: 'short' }, { attemptId: 'a'.repeat(43), consent: {} }, null, []])(
    'of the malformed request %j is refused as requestMalformed',
    async (body) => {
      await expect(business.server.consent(body, createFacts())).rejects.toMatchObject({
        code: 'requestMalformed',
        status: 400,
      })
    },
  )
})

describe('with texts on file, the receipt', () => {
  const consentTexts = {
    '2026-01': { 'zh-CN': '条款\r\n', en: 'Terms' },
    '2026-02': { 'zh-cn': '新条款' },
    '2025-01': { en: 'Old terms' },
  }
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const agree = (consent: ConsentReceipt) =>
    business.server.sign({ preSign: createPreSign(NOON), session: createSession(), consent }, createFacts())

  beforeEach(async () => {
    await business.stop()
    business = await start({ consentTexts, consentVersions: ['2026-01', '2026-02'] })
  })

  it('names the text by the SHA-256 of its bytes', async () => {
    await agree({ version: '2026-01', locale: 'zh-cn' })
    await agree({ version: '2026-02', locale: 'zh-CN' })
    expect(receipts).toMatchObject([
      { version: '2026-01', locale: 'zh-CN', textHash: hash('条款\r\n') },
      { version: '2026-02', locale: 'zh-CN', textHash: hash('新条款') },
    ])
  })

  it('has the locale of the page, and the text that it falls back to', async () => {
    await agree({ version: '2026-01', locale: 'en-GB' })
    await agree({ version: '2026-02', locale: 'en' })
    await agree({ version: '2026-02' })
    expect(receipts).toMatchObject([
      { locale: 'en-GB', textHash: hash('Terms') },
      { locale: 'en', textHash: hash('新条款') },
      { locale: null, textHash: hash('新条款') },
    ])
  })

  it('of a later tap has them, too', async () => {
    const { attemptId } = await business.prefetch()
    await business.server.consent({ attemptId, consent: { version: '2026-01', locale: 'en' } }, createFacts())
    expect(receipts).toMatchObject([{ version: '2026-01', locale: 'en', textHash: hash('Terms') }])
  })

  it.each<ConsentReceipt>([{ version: '2026-01', locale: 'fr' }, { version: '2026-01' }])(
    'cannot name the text of %j: the consent is refused, and nothing is kept',
    async (consent) => {
      const refusal = { code: 'consentRequired', status: 403, detail: expect.stringContaining('consent.locale') }
      await expect(agree(consent)).rejects.toMatchObject(refusal)
      const { attemptId } = await business.prefetch()
      await expect(business.server.consent({ attemptId, consent }, createFacts())).rejects.toMatchObject(refusal)
      expect(receipts).toEqual([])
    },
  )

  it('is not given for a version that is on file and no longer accepted', async () => {
    await expect(agree({ version: '2025-01', locale: 'en' })).rejects.toMatchObject({ code: 'consentRequired' })
  })
})

it('a sign and a later tap name their attempts by different hashes, under which the attempt ids cannot be read', async () => {
  const signed = await business.signIds('httpsH5')
  const prefetched = await business.prefetch()
  await business.consent(prefetched.attemptId)
  const hashes = receipts.map(({ attemptHash }) => attemptHash)
  expect(new Set(hashes).size).toBe(2)
  const fingerprint = createFingerprint(OPTIONS.hashSecret)
  expect(hashes).toEqual([signed, prefetched].map(({ attemptId }) => fingerprint('attempt', attemptId)))
})
