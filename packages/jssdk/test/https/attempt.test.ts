// Attempts of the HTTPS edition: what is refused, how answers are judged, limits, cancellation, two at once.
import fc from 'fast-check'
import type { IdsAttempt, SignedIds } from '../../src/attempt'
import { createHttpsSdk } from '../../src/https/sdk'
import type { AttemptOptions } from '../../src/parameters'
import type { PostAnswer } from '../../src/transport'
import { deferred } from '../stand-ins'
import { APP_ID, answer, createHttpsPlatform, granted, IDS, refused, SIGNED } from './stand-ins'

const attemptOn = (overrides: Parameters<typeof createHttpsPlatform>[0] = {}): IdsAttempt =>
  createHttpsSdk(createHttpsPlatform(overrides)).createAttempt({ appId: APP_ID })

const asked = (given: PostAnswer) => attemptOn({ respond: async () => given }).requestToken(SIGNED)

describe('an attempt', () => {
  test('names its edition and lives two minutes, without pre-sign and image', () => {
    const attempt = attemptOn({ edition: 'httpsH5' })
    expect(attempt).toEqual({ edition: 'httpsH5', tokenLifetimeMs: 120_000, requestToken: expect.any(Function) })
  })

  test('sends nothing before its token is requested, and then one request', async () => {
    const platform = createHttpsPlatform()
    const attempt = createHttpsSdk(platform).createAttempt({ appId: APP_ID })
    expect(platform.posts).toHaveLength(0)
    await attempt.requestToken(SIGNED)
    expect(platform.posts).toHaveLength(1)
  })

  test('does not affect another attempt that runs at the same time', async () => {
    const answers = [deferred<void>(), deferred<void>()]
    let count = 0
    const platform = createHttpsPlatform({
      respond: async ({ body }) => {
        await answers[count++]?.promise
        return granted(`token of ${(body as { traceId: string }).traceId}`)
      },
    })
    const sdk = createHttpsSdk(platform)
    const traceIds = ['A'.repeat(32), 'B'.repeat(32)]
    const grants = Promise.all(
      traceIds.map((traceId) =>
        sdk.createAttempt({ appId: APP_ID }).requestToken({ ids: { ...IDS, traceId }, sign: 'S' }),
      ),
    )
    answers[1]?.resolve()
    answers[0]?.resolve()
    expect((await grants).map(({ token }) => token)).toEqual(traceIds.map((traceId) => `token of ${traceId}`))
  })

  test.each([
    ['httpsMiniProgram', 'production', 'https://verify.cmpassport.com'],
    ['httpsMiniProgram', 'test', 'https://www.cmpassport.com:7009'],
    ['httpsH5', 'production', 'https://verify.cmpassport.com'],
    ['httpsH5', 'test', 'https://120.197.235.102:7009'],
  ] as const)('of %s on the %s line goes to %s', async (edition, line, origin) => {
    const platform = createHttpsPlatform({ edition })
    await createHttpsSdk(platform).createAttempt({ appId: APP_ID, line }).requestToken(SIGNED)
    expect(platform.posts[0]?.url).toBe(`${origin}/h5/getMobile`)
  })

  test('goes to another origin only on the line that has one', async () => {
    const platform = createHttpsPlatform()
    const image = { getMobile: 'http://carrier.test', getToken: 'https://carrier.test' }
    const origins = { production: { ...image, httpsGetMobile: 'https://verify.test:8443' } }
    for (const line of ['production', 'test'] as const) {
      await createHttpsSdk(platform, { origins }).createAttempt({ appId: APP_ID, line }).requestToken(SIGNED)
    }
    expect(platform.posts.map(({ url }) => new URL(url).origin)).toEqual([
      'https://verify.test:8443',
      'https://www.cmpassport.com:7009',
    ])
  })

  test('never calls the carrier from a page that names other addresses and forgets this edition’s', () => {
    const platform = createHttpsPlatform()
    const origins = { production: { getMobile: 'http://127.0.0.1:7000', getToken: 'http://127.0.0.1:7000' } }
    expect(() => createHttpsSdk(platform, { origins }).createAttempt({ appId: APP_ID })).toThrow(
      expect.objectContaining({ code: 'invalidParameters', message: expect.stringContaining('httpsGetMobile') }),
    )
    expect(platform.posts).toEqual([])
  })

  test.each<[string, Partial<AttemptOptions>]>([
    ['an appId that is not digits', { appId: 'shop' }],
    ['another line', { line: 'Test' as 'test' }],
  ])('is refused for %s', (_what, options) => {
    const { createAttempt } = createHttpsSdk(createHttpsPlatform())
    expect(() => createAttempt({ appId: APP_ID, ...options })).toThrow(
      expect.objectContaining({ code: 'invalidParameters', returnCode: '130030' }),
    )
  })

  test('is refused for extension parameters that do not fit the wire, before anything is signed', () => {
    const { createAttempt } = createHttpsSdk(createHttpsPlatform())
    expect(() => createAttempt({ appId: APP_ID, expandParams: { a: '1|b=2' } })).toThrow(
      expect.objectContaining({ code: 'expandParamsSeparatorInside' }),
    )
  })
})

describe('ids and sign', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a sign alone', { sign: 'S' }],
    ['an empty sign', { ids: IDS, sign: '' }],
    ['a sign that is no text', { ids: IDS, sign: 1 }],
    ['no sign', { ids: IDS }],
    ['ids of null', { ids: null, sign: 'S' }],
    ['an empty traceId', { ids: { ...IDS, traceId: '' }, sign: 'S' }],
    ['a traceId of 31 characters', { ids: { ...IDS, traceId: 'A'.repeat(31) }, sign: 'S' }],
    ['a traceId with dashes', { ids: { ...IDS, traceId: '-'.repeat(32) }, sign: 'S' }],
    ['a timestamp that is a number', { ids: { ...IDS, timestamp: 20260101085900000 }, sign: 'S' }],
    ['a timestamp in seconds', { ids: { ...IDS, timestamp: '20260101085900' }, sign: 'S' }],
    ['a version that is a number', { ids: { ...IDS, version: 1 }, sign: 'S' }],
    ['a traceId in an array', { ids: { ...IDS, traceId: [IDS.traceId] }, sign: 'S' }],
  ])('are refused, and nothing is sent, for %s', async (_what, signed) => {
    const platform = createHttpsPlatform()
    const attempt = createHttpsSdk(platform).createAttempt({ appId: APP_ID })
    await expect(attempt.requestToken(signed as SignedIds)).rejects.toMatchObject({
      name: 'SdkError',
      code: 'invalidParameters',
      returnCode: '130030',
    })
    expect(platform.posts).toHaveLength(0)
  })

  test('go out as they came, whatever they are', async () => {
    const letters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUV')
    const traceIds = fc.array(letters, { minLength: 32, maxLength: 32 }).map((drawn) => drawn.join(''))
    await fc.assert(
      fc.asyncProperty(
        traceIds,
        fc.stringMatching(/^[0-9]{17}$/),
        fc.string({ minLength: 1 }),
        async (traceId, timestamp, sign) => {
          const platform = createHttpsPlatform()
          const attempt = createHttpsSdk(platform).createAttempt({ appId: APP_ID })
          await attempt.requestToken({ ids: { traceId, timestamp, version: '1.0' }, sign })
          expect(platform.posts[0]?.body).toMatchObject({ traceId, msgId: traceId, timestamp, sign, version: '1.0' })
        },
      ),
    )
  })
})

describe('an answer', () => {
  test('of 103000 with a token is a success, with the fingerprint as it was sent', async () => {
    const platform = createHttpsPlatform({ respond: async () => granted('T') })
    const grant = await createHttpsSdk(platform).createAttempt({ appId: APP_ID }).requestToken(SIGNED)
    expect(grant).toEqual({ token: 'T', userInformation: 'brand%40%40hash' })
    expect(platform.posts[0]?.body).toMatchObject({ userInformation: grant.userInformation })
  })

  test.each<[string, PostAnswer, string]>([
    ['an empty token', granted(''), '103000'],
    ['a token that is no text', answer({ resultCode: '103000', token: 1 }), '103000'],
    ['a success as a number', answer({ resultCode: 103000, token: 'T' }), '103000'],
    ['the success of the image edition', answer({ resultCode: '000000', token: 'T' }), '000000'],
    ['a token beside a failure', answer({ resultCode: '103101', token: 'T' }), '103101'],
    ['a failure as a number', answer({ resultCode: 103911 }), '103911'],
    ['a failure', refused('110023'), '110023'],
  ])('with %s is a refusal', async (_what, given, returnCode) => {
    await expect(asked(given)).rejects.toMatchObject({ code: 'tokenRefused', returnCode, msisdnOwner: null })
    // Not the image edition's getMobile.
    await expect(asked(given)).rejects.toThrow(`httpsGetMobile gave no token, code ${returnCode}`)
  })

  test.each(['103000 ', 'constructor', '手机号13800138000不存在'])(
    'whose code is the text %j is not the platform’s, and the text is not passed on',
    async (resultCode) => {
      const given = answer({ resultCode, token: 'T' })
      await expect(asked(given)).rejects.toMatchObject({ code: 'requestFailed', returnCode: '500' })
    },
  )

  test.each<[unknown, string | null]>([
    ['CM', 'CM'],
    ['CU', 'CU'],
    ['CT', 'CT'],
    ['cu', null],
    ['CB', null],
    ['', null],
    ['toString', null],
    [2, null],
    [['CU'], null],
    [null, null],
    [undefined, null],
  ])('with 103111 and the msisdnOwner %j names the owner %j', async (msisdnOwner, expected) => {
    await expect(asked(refused('103111', { msisdnOwner }))).rejects.toMatchObject({
      code: 'tokenRefused',
      returnCode: '103111',
      msisdnOwner: expected,
    })
  })

  test.each<[string, PostAnswer]>([
    ['HTML', { status: 200, body: '<html>' }],
    ['null', { status: 200, body: null }],
    ['an array', { status: 200, body: [] }],
    [
      'the code where the image edition has it',
      { status: 200, body: { header: { resultCode: '103000' }, body: { token: 'T' } } },
    ],
    ['a number that may have lost zeros', answer({ resultCode: 0, token: 'T' })],
    ['HTTP 502', { ...granted(), status: 502 }],
    ['HTTP 302', { ...granted(), status: 302 }],
  ])('of %s is an interface failure', async (_what, given) => {
    await expect(asked(given)).rejects.toMatchObject({ code: 'requestFailed', returnCode: '500' })
  })

  test('of any shape ends the call with an SdkError or with its token', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.anything(), fc.anything(), async (status, resultCode, token) => {
        const given = { status: status % 2 ? 200 : status, body: { body: { resultCode, token } } }
        const [outcome] = await Promise.allSettled([asked(given)])
        if (outcome.status === 'fulfilled') expect([resultCode, outcome.value.token]).toEqual(['103000', token])
        else expect(outcome.reason).toMatchObject({ name: 'SdkError' })
      }),
    )
  })

  test('that does not come is 0, as with “bind mobile socket failed”', async () => {
    const respond = () => Promise.reject({ errMsg: 'request:fail bind mobile socket failed' })
    await expect(attemptOn({ respond }).requestToken(SIGNED)).rejects.toMatchObject({
      code: 'requestFailed',
      returnCode: '0',
    })
  })

  test('never puts token, signature or the platform’s text into an error', async () => {
    const failed = asked(refused('103101', { token: 'SECRET', resultDesc: '13800138000' }))
    const error: Error = await failed.then(
      () => new Error(),
      (reason) => reason,
    )
    expect(`${error.message}${error.stack}`).not.toMatch(/SECRET|SIGNED|13800138000/)
  })
})

describe('time limits and cancellation', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  const never = () => new Promise<PostAnswer>(() => undefined)

  test.each([
    [3000, undefined],
    [5000, 5000],
  ])('a token request ends after %d ms, and its request is aborted', async (ms, timeoutMs) => {
    const platform = createHttpsPlatform({ respond: never })
    const call = createHttpsSdk(platform).createAttempt({ appId: APP_ID }).requestToken(SIGNED, { timeoutMs })
    const outcome = expect(call).rejects.toMatchObject({ code: 'timeout' })
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(platform.posts[0]?.signal.aborted).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    await outcome
    expect(platform.posts[0]?.signal.aborted).toBe(true)
    expect(jest.getTimerCount()).toBe(0)
  })

  test('the caller’s signal ends the request', async () => {
    const controller = new AbortController()
    const platform = createHttpsPlatform({ respond: never })
    const call = createHttpsSdk(platform)
      .createAttempt({ appId: APP_ID })
      .requestToken(SIGNED, { signal: controller.signal })
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
    expect(platform.posts[0]?.signal.aborted).toBe(true)
    expect(jest.getTimerCount()).toBe(0)
  })

  test('a signal that has fired already sends nothing', async () => {
    const platform = createHttpsPlatform()
    const attempt = createHttpsSdk(platform).createAttempt({ appId: APP_ID })
    await expect(attempt.requestToken(SIGNED, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    })
    expect(platform.posts).toHaveLength(0)
  })
})

describe('the SDK', () => {
  test('has the network’s type, or unknown', async () => {
    await expect(createHttpsSdk(createHttpsPlatform({ networkType: async () => 'wifi' })).networkType()).resolves.toBe(
      'wifi',
    )
    const networkType = () => Promise.reject(new Error('fail'))
    await expect(createHttpsSdk(createHttpsPlatform({ networkType })).networkType()).resolves.toBe('unknown')
  })

  test('corrects no clock: its timestamps are the business server’s', () => {
    expect(createHttpsSdk(createHttpsPlatform()).correctsClock).toBeUndefined()
  })
})
