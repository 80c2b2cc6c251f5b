import type { Line, OpenType } from '@local-number/protocol'
import { createSdk } from '../src/sdk'
import { APP_ID, createPlatform, deferred, granted, parseQuery, refused } from './stand-ins'

const origins = { production: { getMobile: 'http://carrier.test', getToken: 'https://carrier.test' } }

describe('an attempt', () => {
  test('has the same ids in image, pre-sign and token call', async () => {
    const platform = createPlatform()
    const attempt = createSdk(platform, { origins }).createAttempt({ appId: APP_ID })
    await attempt.requestToken('SIGNED')

    const query = parseQuery(attempt.image.src)
    const [msgId, timestamp, uuid] = [query.get('msgId'), query.get('timestamp'), query.get('uuid')]
    expect(attempt.preSign).toBe(`${APP_ID}${msgId}${timestamp}${uuid}1.2`)
    expect(platform.posts[0]).toMatchObject({
      url: 'https://carrier.test/NumberAbility/h5/getToken.htm',
      body: { header: { msgId, timestamp, appId: APP_ID, version: '1.2' }, body: { uuid, sign: 'SIGNED' } },
    })
  })

  test('returns the fingerprint exactly as the image’s URL carries it', async () => {
    const attempt = createSdk(createPlatform()).createAttempt({ appId: APP_ID })
    const { userInformation } = await attempt.requestToken('SIGNED')
    expect(attempt.image.src).toContain(`&userInformation=${userInformation}&`)
  })

  test('does not affect another attempt that runs at the same time', async () => {
    const answers = [deferred<void>(), deferred<void>()]
    let asked = 0
    const platform = createPlatform({
      answer: async (request) => {
        const mine = asked++
        await answers[mine]?.promise
        const { header } = request.body as { header: { msgId: string } }
        return granted(`token of ${header.msgId}`)
      },
    })
    const sdk = createSdk(platform)
    const [first, second] = [sdk.createAttempt({ appId: APP_ID }), sdk.createAttempt({ appId: APP_ID })]
    expect(first.preSign).not.toBe(second.preSign)

    const grants = Promise.all([first.requestToken('A'), second.requestToken('B')])
    answers[1]?.resolve()
    answers[0]?.resolve()
    const [one, two] = await grants
    expect(one.token).toBe(`token of ${parseQuery(first.image.src).get('msgId')}`)
    expect(two.token).toBe(`token of ${parseQuery(second.image.src).get('msgId')}`)
  })

  test('goes to the carrier’s own addresses by default, by line', () => {
    const sdk = createSdk(createPlatform())
    expect(sdk.createAttempt({ appId: APP_ID }).image.src).toMatch(/^http:\/\/www\.cmpassport\.com\/NumberAbility\//)
    expect(sdk.createAttempt({ appId: APP_ID, line: 'test' }).image.src).toMatch(
      /^http:\/\/120\.197\.235\.102:7002\/NumberAbility\//,
    )
  })

  test('sends callType before the caller’s own parameters, raw in the body', async () => {
    const platform = createPlatform()
    const expandParams = { phoneNum: '18818888888' }
    const attempt = createSdk(platform).createAttempt({ appId: APP_ID, line: 'test', expandParams })
    expect(parseQuery(attempt.image.src).get('expandParams')).toBe('callType=6005|phoneNum=18818888888')
    await attempt.requestToken('SIGNED')
    expect(platform.posts[0]?.body).toMatchObject({
      body: { expandParams: 'callType=6006|phoneNum=18818888888' },
    })
  })

  test('accepts the document’s text form of expandParams', () => {
    const attempt = createSdk(createPlatform()).createAttempt({ appId: APP_ID, expandParams: 'a=1|b=2' })
    expect(parseQuery(attempt.image.src).get('expandParams')).toBe('callType=6005|a=1|b=2')
  })

  test.each([
    ['a duplicate key', 'a=1|a=2', 'expandParamsDuplicateKey'],
    ['__proto__', '__proto__=1', 'expandParamsForbiddenKey'],
    ['a | inside a value', { a: '1|b=2' }, 'expandParamsSeparatorInside'],
  ])('refuses %s in expandParams', (_name, expandParams, code) => {
    const { createAttempt } = createSdk(createPlatform())
    expect(() => createAttempt({ appId: APP_ID, expandParams })).toThrow(expect.objectContaining({ code }))
  })

  test('refuses three networks on the test line with the carrier’s 130030', () => {
    const { createAttempt } = createSdk(createPlatform())
    expect(() => createAttempt({ appId: APP_ID, openType: '0', line: 'test' })).toThrow(
      expect.objectContaining({ code: 'invalidParameters', returnCode: '130030' }),
    )
  })

  test.each(['2', '', 'constructor'])('refuses %j as an openType', (openType) => {
    const { createAttempt } = createSdk(createPlatform())
    expect(() => createAttempt({ appId: APP_ID, openType: openType as OpenType })).toThrow(
      expect.objectContaining({ code: 'invalidParameters', returnCode: '130030' }),
    )
  })

  test.each(['Test', '', 'constructor'])('refuses %j as a line', (line) => {
    const { createAttempt } = createSdk(createPlatform())
    expect(() => createAttempt({ appId: APP_ID, line: line as Line })).toThrow(
      expect.objectContaining({ code: 'invalidParameters' }),
    )
  })

  test.each(['', '12 34', 'wx10a00cf000000000'])('refuses %j as an appId', (appId) => {
    expect(() => createSdk(createPlatform()).createAttempt({ appId })).toThrow(
      expect.objectContaining({ code: 'invalidParameters' }),
    )
  })
})

describe('the token request', () => {
  const attemptOn = (answer: Parameters<typeof createPlatform>[0]) =>
    createSdk(createPlatform(answer)).createAttempt({ appId: APP_ID })

  test('fails with the platform’s code when it refuses', async () => {
    const attempt = attemptOn({ answer: async () => refused('130018') })
    await expect(attempt.requestToken('S')).rejects.toMatchObject({ code: 'tokenRefused', returnCode: '130018' })
  })

  test.each(['000000', '103000'])('accepts %s as success', async (resultCode) => {
    const answer = async () => ({ status: 200, body: { header: { resultCode }, body: { token: 'T' } } })
    await expect(attemptOn({ answer }).requestToken('S')).resolves.toMatchObject({ token: 'T' })
  })

  test('treats a success with an empty token as a failure', async () => {
    const attempt = attemptOn({ answer: async () => granted('') })
    await expect(attempt.requestToken('S')).rejects.toMatchObject({ code: 'tokenRefused' })
  })

  test('reads a failure code that is a number', async () => {
    const answer = async () => ({ status: 200, body: { header: { resultCode: 103911 }, body: {} } })
    await expect(attemptOn({ answer }).requestToken('S')).rejects.toMatchObject({
      code: 'tokenRefused',
      returnCode: '103911',
    })
  })

  test.each(['手机号13800138000不存在', '13800138000', 'x'.repeat(100_000), ''])(
    'does not pass on a code that may hold anything: %#',
    async (resultCode) => {
      const answer = async () => ({ status: 200, body: { header: { resultCode }, body: {} } })
      const error = await attemptOn({ answer })
        .requestToken('S')
        .catch((reason: Error) => reason)
      expect(error).toMatchObject({ code: 'requestFailed', returnCode: '500' })
    },
  )

  test('does not take a number for a success', async () => {
    const answer = async () => ({ status: 200, body: { header: { resultCode: 103000 }, body: { token: 'T' } } })
    await expect(attemptOn({ answer }).requestToken('S')).rejects.toMatchObject({ returnCode: '103000' })
  })

  test('ignores a token beside a failure code', async () => {
    const answer = async () => ({ status: 200, body: { header: { resultCode: '130018' }, body: { token: 'T' } } })
    await expect(attemptOn({ answer }).requestToken('S')).rejects.toMatchObject({ returnCode: '130018' })
  })

  test.each([
    ['HTML', { status: 200, body: '<html>' }],
    ['null', { status: 200, body: null }],
    ['a number that may have lost zeros', { status: 200, body: { header: { resultCode: 0 }, body: { token: 'T' } } }],
    ['HTTP 502', { status: 502, body: granted().body }],
  ])('treats %s as an interface failure', async (_name, answer) => {
    const attempt = attemptOn({ answer: async () => answer })
    await expect(attempt.requestToken('S')).rejects.toMatchObject({ code: 'requestFailed', returnCode: '500' })
  })

  test('reports 0 when there was no answer', async () => {
    const attempt = attemptOn({ answer: () => Promise.reject(new Error('connection refused')) })
    await expect(attempt.requestToken('S')).rejects.toMatchObject({ code: 'requestFailed', returnCode: '0' })
  })

  test('reports 0 when the transport throws before it has sent anything', async () => {
    const attempt = attemptOn({
      answer: () => {
        throw new Error('request is not a function')
      },
    })
    await expect(attempt.requestToken('S')).rejects.toMatchObject({ code: 'requestFailed', returnCode: '0' })
  })

  test('never puts the token or the signature into an error', async () => {
    const answer = async () => ({ status: 200, body: { header: { resultCode: '999999' }, body: { token: 'SECRET' } } })
    const error = await attemptOn({ answer })
      .requestToken('SIGNATURE')
      .catch((reason: Error) => reason)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/SECRET|SIGNATURE/)
  })
})

describe('time limits', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('end a token request after 3 s by default, and abort it', async () => {
    const platform = createPlatform({ answer: () => new Promise(() => undefined) })
    const outcome = expect(
      createSdk(platform).createAttempt({ appId: APP_ID }).requestToken('S'),
    ).rejects.toMatchObject({ code: 'timeout' })
    await jest.advanceTimersByTimeAsync(2999)
    expect(platform.posts[0]?.signal.aborted).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    await outcome
    expect(platform.posts[0]?.signal.aborted).toBe(true)
  })

  test('send nothing for a signal that has fired already', async () => {
    const platform = createPlatform()
    const attempt = createSdk(platform).createAttempt({ appId: APP_ID })
    await expect(attempt.requestToken('S', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' })
    expect(platform.posts).toHaveLength(0)
  })

  test('leave no timer after the answer', async () => {
    await createSdk(createPlatform()).createAttempt({ appId: APP_ID }).requestToken('S')
    expect(jest.getTimerCount()).toBe(0)
  })

  test('leave no timer after the caller’s signal has fired', async () => {
    const controller = new AbortController()
    const platform = createPlatform({ answer: () => new Promise(() => undefined) })
    const call = createSdk(platform).createAttempt({ appId: APP_ID }).requestToken('S', { signal: controller.signal })
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('the network type', () => {
  afterEach(() => jest.useRealTimers())

  test('is the platform’s answer', async () => {
    await expect(createSdk(createPlatform({ networkType: async () => 'wifi' })).networkType()).resolves.toBe('wifi')
    await expect(createSdk(createPlatform({ networkType: async () => 'none' })).networkType()).resolves.toBe('none')
  })

  test('is unknown when the platform fails', async () => {
    const platform = createPlatform({ networkType: () => Promise.reject(new Error('fail')) })
    await expect(createSdk(platform).networkType()).resolves.toBe('unknown')
  })

  test('is unknown when the platform takes too long', async () => {
    jest.useFakeTimers()
    const told = jest.fn()
    createSdk(createPlatform({ networkType: () => new Promise(() => undefined) }))
      .networkType()
      .then(told)
    await jest.advanceTimersByTimeAsync(999)
    expect(told).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(told).toHaveBeenCalledWith('unknown')
  })

  test('is not reported after the caller’s signal has fired', async () => {
    const controller = new AbortController()
    const answer = createSdk(createPlatform({ networkType: () => new Promise(() => undefined) })).networkType({
      signal: controller.signal,
    })
    controller.abort()
    await expect(answer).rejects.toMatchObject({ code: 'aborted' })
  })
})
