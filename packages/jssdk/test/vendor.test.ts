import type { PreSignAttempt } from '../src/attempt'
import { createAbortController } from '../src/cancellation'
import { createHttpsYdrz } from '../src/https/ydrz'
import type { AttemptOptions } from '../src/parameters'
import { createVendorDriver, type VendorYdrz } from '../src/vendor'
import { createYdrz } from '../src/ydrz'
import { createHttpsPlatform, granted as httpsGranted } from './https/stand-ins'
import { createPlatform } from './stand-ins'
import {
  APP_ID,
  callsBackTwice,
  httpsIdsAtGetSign,
  httpsIdsPerPage,
  idsAtGetImgSrc,
  idsAtGetSign,
  idsPerPage,
  imageInside,
  neverCallsBack,
  Platform,
  preSignAfterImage,
  type StandIn,
  sealedPreSign,
  signPreSign,
  USER_INFORMATION,
  whoseToken,
} from './vendor/stand-ins'

/** A script under a driver: `begin` begins an attempt, with a way to give it up. */
function driven(standIn: StandIn) {
  const platform = new Platform()
  const ydrz = standIn(platform)
  const sdk = createVendorDriver(ydrz)
  const begin = (options: Partial<AttemptOptions> = {}) => {
    const controller = createAbortController()
    const attempt = sdk.createAttempt({ appId: APP_ID, ...options }, controller.signal)
    return { attempt, giveUp: () => controller.abort() }
  }
  return { platform, ydrz, sdk, begin }
}

const findImagePlace = ({ image }: PreSignAttempt) => {
  if (image === undefined) return 'first'
  if (image === null) return 'nowhere'
  return image === 'inside' ? image : 'beside'
}

/** Takes the number as a login does, and gives the signature. */
async function retrieveNumber(attempt: PreSignAttempt, { load }: Platform): Promise<string> {
  if (attempt.image === undefined) return signPreSign(await attempt.preSignAfter(load))
  const sign = signPreSign(attempt.preSign)
  if (attempt.image !== null && attempt.image !== 'inside') await load(attempt.image)
  return sign
}

const requestToken = async (attempt: PreSignAttempt, platform: Platform) =>
  attempt.requestToken(await retrieveNumber(attempt, platform))

const sdkError = (code: string, returnCode: string = expect.any(String)) =>
  expect.objectContaining({ name: 'SdkError', code, returnCode })

interface Edition {
  readonly image: ReturnType<typeof findImagePlace>
  /** Whether a page can have a second attempt. */
  readonly again: boolean
}

describe.each<[string, StandIn, Edition]>([
  ['makes its ids once per page', idsPerPage, { image: 'beside', again: false }],
  ['makes its ids at getSign', idsAtGetSign, { image: 'beside', again: true }],
  ['makes its ids at getImgSrc', idsAtGetImgSrc, { image: 'beside', again: true }],
  ['seals its pre-sign', sealedPreSign, { image: 'first', again: true }],
  ['has no pre-sign before the image', preSignAfterImage, { image: 'first', again: true }],
  ['has no getImgSrc', imageInside, { image: 'inside', again: false }],
  ['is of the HTTPS edition, with ids per page', httpsIdsPerPage, { image: 'nowhere', again: false }],
  ['is of the HTTPS edition, with ids at getSign', httpsIdsAtGetSign, { image: 'nowhere', again: true }],
])('a script that %s', (_what, standIn, { image, again }) => {
  test(`returns a token, its image ${image}`, async () => {
    const { platform, begin } = driven(standIn)
    const { attempt } = begin()
    expect(findImagePlace(attempt)).toBe(image)
    const grant = await requestToken(attempt, platform)
    expect(platform.retrieved).toHaveLength(1)
    expect(grant).toEqual({ token: `token of ${platform.retrieved[0]}`, userInformation: USER_INFORMATION })
  })

  test(again ? 'returns another token for another attempt' : 'refuses a second attempt with idsRepeated', async () => {
    const { platform, begin } = driven(standIn)
    await requestToken(begin().attempt, platform)
    const second = async () => requestToken(begin().attempt, platform)
    if (again) {
      const { token } = await second()
      expect(token).toBe(`token of ${platform.retrieved[1]}`)
    } else await expect(second()).rejects.toEqual(sdkError('idsRepeated'))
    expect(new Set(platform.retrieved).size).toBe(again ? 2 : 1)
  })

  test('serves one attempt at a time, and the first one keeps its token', async () => {
    const { platform, begin } = driven(standIn)
    const { attempt } = begin()
    expect(begin).toThrow(sdkError('scriptBusy'))
    const sign = await retrieveNumber(attempt, platform)
    expect(begin).toThrow(sdkError('scriptBusy'))
    const call = attempt.requestToken(sign)
    expect(begin).toThrow(sdkError('scriptBusy'))
    await expect(call).resolves.toMatchObject({ token: `token of ${platform.retrieved[0]}` })
  })
})

describe('our own YDRZ object', () => {
  const ours = () => createYdrz(createPlatform())

  test('works under the driver, with image and pre-sign at once', async () => {
    const { begin } = driven(ours)
    const { attempt } = begin()
    expect(findImagePlace(attempt)).toBe('beside')
    await expect(attempt.requestToken('SIGNED')).resolves.toEqual({
      token: 'T'.repeat(32),
      userInformation: expect.stringMatching(/%3D$|\w$/),
    })
  })

  test('creates new ids for the attempt after an aborted one', () => {
    const { begin } = driven(ours)
    const first = begin()
    first.giveUp()
    const second = begin()
    expect(second.attempt).not.toMatchObject({ preSign: (first.attempt as { preSign: string }).preSign })
  })
})

describe('the lifetime of a token', () => {
  test.each<[string, StandIn, number]>([
    ['the image edition', idsAtGetSign, 60_000],
    ['the image edition, image first', sealedPreSign, 60_000],
    ['the image edition, image inside', imageInside, 60_000],
    ['the HTTPS edition', httpsIdsAtGetSign, 120_000],
  ])('follows a script of %s', (_which, standIn, tokenLifetimeMs) => {
    expect(driven(standIn).begin().attempt.tokenLifetimeMs).toBe(tokenLifetimeMs)
  })
})

describe('the order of getSign and getImgSrc', () => {
  function calls(standIn: StandIn): readonly string[] {
    const made: string[] = []
    driven((platform) => {
      const { getSign, getImgSrc, getTokenInfo } = standIn(platform)
      return {
        getSign: (...args) => {
          made.push('getSign')
          return getSign(...args)
        },
        getImgSrc: (data) => {
          made.push('getImgSrc')
          return getImgSrc?.(data)
        },
        getTokenInfo,
      }
    }).begin()
    return made
  }

  test.each<[string, StandIn, string[]]>([
    ['as the sequence diagram has them, where that does', idsAtGetSign, ['getSign', 'getImgSrc']],
    ['the other way round, where it does not', idsAtGetImgSrc, ['getSign', 'getImgSrc', 'getSign']],
    ['the image last, where neither does', sealedPreSign, ['getSign', 'getImgSrc', 'getSign', 'getImgSrc']],
  ])('%s', (_which, standIn, made) => {
    expect(calls(standIn)).toEqual(made)
  })

  test('ids that do not exist yet match nothing', () => {
    const { begin } = driven(() => ({
      getSign: () => `${APP_ID}undefinedundefinedundefined1.2`,
      getImgSrc: () => 'http://carrier.test/?msgId=undefined&timestamp=undefined&uuid=undefined',
      getTokenInfo: () => undefined,
    }))
    expect(findImagePlace(begin().attempt)).toBe('first')
  })

  test('ids in another order do not match', () => {
    const { begin } = driven(() => ({
      getSign: () => `${APP_ID}UUID20261122120506078MSGID1.2`,
      getImgSrc: () => 'http://carrier.test/?msgId=MSGID&timestamp=20261122120506078&uuid=UUID',
      getTokenInfo: () => undefined,
    }))
    expect(findImagePlace(begin().attempt)).toBe('first')
  })
})

describe('a script of the HTTPS edition', () => {
  test('is asked for version 1.0, everywhere', async () => {
    const versions: string[] = []
    const { begin, platform } = driven((under) => {
      const script = httpsIdsAtGetSign(under)
      return {
        getSign: (appId, version) => {
          versions.push(version)
          return script.getSign(appId, version)
        },
        getTokenInfo: (call) => {
          versions.push(call.data.version)
          return script.getTokenInfo(call)
        },
      }
    })
    await requestToken(begin().attempt, platform)
    expect(new Set(versions)).toEqual(new Set(['1.0']))
  })

  test('of ours works under the driver, with the ids of its pre-sign', async () => {
    const platform = createHttpsPlatform({ respond: async () => httpsGranted('H5HTTPS') })
    const { begin } = driven(() => createHttpsYdrz(platform))
    const { attempt } = begin()
    expect(findImagePlace(attempt)).toBe('nowhere')
    await expect(attempt.requestToken('SIGNED')).resolves.toEqual({
      token: 'H5HTTPS',
      userInformation: 'brand%40%40hash',
    })
    const { traceId } = platform.posts[0]!.body as { traceId: string }
    expect((attempt as { preSign: string }).preSign).toContain(`${APP_ID}5${traceId}`)
  })
})

describe('what the driver passes to the script', () => {
  function told(options: Partial<AttemptOptions>) {
    const getImgSrc = jest.fn(() => '')
    const getTokenInfo = jest.fn(({ success }) => success({ token: 'T', userInformation: 'I' }))
    const { begin } = driven((platform) => {
      const script = idsAtGetSign(platform)
      return {
        ...script,
        getImgSrc: getImgSrc.mockImplementation(() => String(script.getImgSrc?.({} as never))),
        getTokenInfo,
      }
    })
    void begin(options).attempt.requestToken('SIGNED')
    const [[image], [token]] = [getImgSrc.mock.calls as unknown as [[object]], getTokenInfo.mock.calls]
    return { image: image?.[0], token: token?.[0].data }
  }

  test('image and token request get the document’s parameters, all as text', () => {
    const data = { version: '1.2', appId: APP_ID, openType: '1', expandParams: '', isTest: '1' }
    expect(told({})).toEqual({ image: data, token: { ...data, sign: 'SIGNED' } })
  })

  test.each([{ a: '1', b: '2' }, 'a=1|b=2'])('extension parameters become k=v|k=v, given as %j', (expandParams) => {
    expect(told({ expandParams })).toMatchObject({ image: { expandParams: 'a=1|b=2' } })
  })

  test('the test line becomes isTest 0', () => {
    expect(told({ line: 'test' })).toMatchObject({ image: { isTest: '0' }, token: { isTest: '0' } })
  })

  test('three networks become openType 0', () => {
    expect(told({ openType: '0' })).toMatchObject({ image: { openType: '0' }, token: { openType: '0' } })
  })

  test('invalid options never reach the script', () => {
    const getSign = jest.fn()
    const { begin } = driven((platform) => ({ ...idsAtGetSign(platform), getSign }))
    expect(() => begin({ openType: '0', line: 'test' })).toThrow(sdkError('invalidParameters', '130030'))
    expect(() => begin({ appId: 'shop' })).toThrow(sdkError('invalidParameters', '130030'))
    expect(getSign).not.toHaveBeenCalled()
  })

  test.each([
    ['miniProgram', 'no-referrer'],
    ['h5', 'origin'],
  ] as const)('and its image is given the referrer policy of %s', (edition, referrerPolicy) => {
    const sdk = createVendorDriver(idsAtGetSign(new Platform()), { edition })
    expect(sdk.edition).toBe(edition)
    const attempt = sdk.createAttempt({ appId: APP_ID }, createAbortController().signal)
    expect(attempt.image).toMatchObject({ referrerPolicy })
  })
})

describe('the callbacks of getTokenInfo', () => {
  /** A token asked for of a script that answers like this. */
  const asked = (answer: (call: Parameters<VendorYdrz['getTokenInfo']>[0]) => unknown) =>
    driven(whoseToken(answer)).begin().attempt.requestToken('SIGNED')

  test('count once: the first call decides', async () => {
    const { platform, begin } = driven(callsBackTwice)
    await expect(requestToken(begin().attempt, platform)).resolves.toMatchObject({
      token: `token of ${platform.retrieved[0]}`,
    })
    await expect(
      asked(({ success, error }) => {
        error({ code: '130018' })
        success({ token: 'T', userInformation: 'I' })
      }),
    ).rejects.toEqual(sdkError('tokenRefused', '130018'))
  })

  test('may come before getTokenInfo returns', async () => {
    const grant = { token: 'T', userInformation: 'I' }
    await expect(asked(({ success }) => success({ ...grant, code: 0 }))).resolves.toEqual(grant)
  })

  test.each<[string, unknown, string, string]>([
    ['an empty token', { code: '000000', token: '', userInformation: 'I' }, 'tokenRefused', '000000'],
    ['a token that is no text', { code: '000000', token: 1, userInformation: 'I' }, 'tokenRefused', '000000'],
    ['nothing at all', undefined, 'requestFailed', '0'],
    ['a token without userInformation', { code: '000000', token: 'T' }, 'requestFailed', '500'],
  ])('a success with %s is a failure', async (_what, result, code, returnCode) => {
    await expect(asked(({ success }) => success(result))).rejects.toEqual(sdkError(code, returnCode))
  })

  test.each<[string, unknown, string, string]>([
    ['a code as text', { code: '130018', message: '验证签名失败' }, 'tokenRefused', '130018'],
    ['a code as a number', { code: 130018 }, 'tokenRefused', '130018'],
    ['0', { code: '0', message: '请求异常' }, 'requestFailed', '0'],
    ['the number 0', { code: 0 }, 'requestFailed', '0'],
    ['500', { code: '500' }, 'requestFailed', '500'],
    ['no code', { message: 'x' }, 'requestFailed', '0'],
    ['a text', 'offline', 'requestFailed', '0'],
    ['null', null, 'requestFailed', '0'],
    ['an Error', new Error('offline'), 'requestFailed', '0'],
    ['an object for a code', { code: { toString: () => '130018' } }, 'requestFailed', '0'],
    ['a code of the HTTPS edition', { code: '103111', msgId: 'M' }, 'tokenRefused', '103111'],
  ])('an error with %s is a typed failure', async (_what, result, code, returnCode) => {
    await expect(asked(({ error }) => error(result))).rejects.toEqual(sdkError(code, returnCode))
  })

  test.each([
    ['CU', 'CU'],
    ['13800138000', null],
    [undefined, null],
  ])('an error with the msisdnOwner %j names the owner %j', async (msisdnOwner, expected) => {
    await expect(asked(({ error }) => error({ code: '103111', msisdnOwner }))).rejects.toMatchObject({
      msisdnOwner: expected,
    })
  })

  test('anything but a return code stays out of errors, since it could be a number or a token', async () => {
    const failed = asked(({ error }) => error({ code: '13800138000', message: '13800138000' }))
    await expect(failed).rejects.toEqual(sdkError('requestFailed', '0'))
    await expect(failed).rejects.not.toThrow(/13800138000/)
  })

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw Object.assign(new Error('broken'), { code: 19 })
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('getTokenInfo counts as failed when it %s', async (_how, answer) => {
    await expect(asked(answer)).rejects.toEqual(sdkError('requestFailed', '0'))
  })
})

describe('time limits and cancellation', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test.each([
    [3000, undefined],
    [8000, 8000],
  ])('a script that never calls back is given up after %d ms and can be used again', async (ms, timeoutMs) => {
    const { begin } = driven(neverCallsBack)
    const settled = jest.fn()
    const call = begin().attempt.requestToken('SIGNED', { timeoutMs })
    call.catch(settled)
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(settled).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    await expect(call).rejects.toEqual(sdkError('timeout'))
    expect(begin).not.toThrow()
    expect(jest.getTimerCount()).toBe(0)
  })

  test('a late callback of a timed-out attempt does not reach the next attempt', async () => {
    const successes: ((result: unknown) => void)[] = []
    const { begin } = driven(whoseToken(({ success }) => successes.push(success)))
    const ended = [jest.fn(), jest.fn()]
    begin().attempt.requestToken('SIGNED').catch(ended[0])
    await jest.advanceTimersByTimeAsync(3000)
    begin().attempt.requestToken('SIGNED').catch(ended[1])
    successes[0]?.({ token: 'T', userInformation: 'I' })
    await jest.advanceTimersByTimeAsync(3000)
    expect(ended.map(({ mock }) => mock.calls)).toEqual([[[sdkError('timeout')]], [[sdkError('timeout')]]])
  })

  test('aborting the attempt ends its token request', async () => {
    const { attempt, giveUp } = driven(neverCallsBack).begin()
    const call = attempt.requestToken('SIGNED')
    giveUp()
    await expect(call).rejects.toEqual(sdkError('aborted'))
  })

  test('the token request’s own signal ends it and frees the script', async () => {
    const { begin } = driven(neverCallsBack)
    const controller = createAbortController()
    const call = begin().attempt.requestToken('SIGNED', { signal: controller.signal })
    controller.abort()
    await expect(call).rejects.toEqual(sdkError('aborted'))
    expect(begin).not.toThrow()
  })

  test('an aborted attempt calls the script no more', async () => {
    const getTokenInfo = jest.fn()
    const { begin } = driven(whoseToken(getTokenInfo))
    const { attempt, giveUp } = begin()
    giveUp()
    begin()
    await expect(attempt.requestToken('SIGNED')).rejects.toEqual(sdkError('aborted'))
    expect(getTokenInfo).not.toHaveBeenCalled()
  })

  test('an attempt aborted while its image loads takes no pre-sign from the next one', async () => {
    const { begin, platform } = driven(sealedPreSign)
    const { attempt, giveUp } = begin()
    if (attempt.image !== undefined) throw new Error('the image was not first')
    const preSign = attempt.preSignAfter(async (image) => {
      giveUp()
      await platform.load(image)
    })
    await expect(preSign).rejects.toEqual(sdkError('aborted'))
  })

  test('the end of an aborted attempt does not end the next one', async () => {
    const { begin } = driven(neverCallsBack)
    const { attempt, giveUp } = begin()
    const call = attempt.requestToken('SIGNED')
    giveUp()
    begin()
    await expect(call).rejects.toEqual(sdkError('aborted'))
    expect(begin).toThrow(sdkError('scriptBusy'))
  })

  test('a finished attempt no longer listens to its signal', async () => {
    const { sdk, platform } = driven(idsAtGetSign)
    const { signal } = createAbortController()
    const [added, removed] = [jest.spyOn(signal, 'addEventListener'), jest.spyOn(signal, 'removeEventListener')]
    await requestToken(sdk.createAttempt({ appId: APP_ID }, signal), platform)
    expect(added).toHaveBeenCalled()
    expect(new Set(removed.mock.calls.map(([, listener]) => listener))).toEqual(
      new Set(added.mock.calls.map(([, listener]) => listener)),
    )
  })

  test('an attempt accepts one token request', async () => {
    const { begin, platform } = driven(idsAtGetSign)
    const { attempt } = begin()
    await requestToken(attempt, platform)
    await expect(attempt.requestToken('SIGNED')).rejects.toEqual(sdkError('aborted'))
  })

  test('an attempt that was aborted before it began calls nothing', () => {
    const { ydrz, sdk, begin } = driven(idsAtGetSign)
    const getSign = jest.spyOn(ydrz, 'getSign')
    const controller = createAbortController()
    controller.abort()
    expect(() => sdk.createAttempt({ appId: APP_ID }, controller.signal)).toThrow(sdkError('aborted'))
    expect(getSign).not.toHaveBeenCalled()
    expect(begin).not.toThrow()
  })
})

describe('one script object under two drivers', () => {
  test('serves one attempt at a time', () => {
    const { ydrz, begin } = driven(idsAtGetSign)
    begin()
    const other = createVendorDriver(ydrz)
    expect(() => other.createAttempt({ appId: APP_ID }, createAbortController().signal)).toThrow(sdkError('scriptBusy'))
  })

  test('uses up its page’s ids for both', async () => {
    const { ydrz, begin } = driven(idsPerPage)
    begin().giveUp()
    const other = createVendorDriver(ydrz)
    expect(() => other.createAttempt({ appId: APP_ID }, createAbortController().signal)).toThrow(
      sdkError('idsRepeated'),
    )
  })
})

test('a pre-sign that is created after the image is not used twice', async () => {
  const { begin, platform } = driven(() => ({
    getImgSrc: () => 'http://carrier.test/?msgId=1',
    getSign: () => 'always the same',
    getTokenInfo: () => undefined,
  }))
  const first = begin()
  await retrieveNumber(first.attempt, platform)
  first.giveUp()
  await expect(retrieveNumber(begin().attempt, platform)).rejects.toEqual(sdkError('idsRepeated'))
})

describe('an object that is not a script', () => {
  const token = { getTokenInfo: () => undefined }
  const raise = () => {
    throw new Error('broken')
  }

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a module that holds it', { default: idsPerPage(new Platform()) }],
    ['an object without getTokenInfo', { getSign: () => 'P' }],
    ['an object without getSign', { ...token, getImgSrc: () => 'http://carrier.test/' }],
    ['an object whose getSign throws', { ...token, getSign: raise }],
    ['an object whose getSign gives nothing', { ...token, getSign: () => undefined }],
    ['an object whose getImgSrc throws', { ...token, getSign: () => 'P', getImgSrc: raise }],
    ['an object whose getImgSrc gives nothing', { ...token, getSign: () => 'P', getImgSrc: () => '' }],
  ])('is refused at the attempt, not before: %s', (_what, ydrz) => {
    const sdk = createVendorDriver(ydrz as VendorYdrz)
    const begin = () => sdk.createAttempt({ appId: APP_ID }, createAbortController().signal)
    expect(begin).toThrow(sdkError('scriptUnusable'))
    // It is not busy either.
    expect(begin).toThrow(sdkError('scriptUnusable'))
  })
})

describe('the network’s type', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  const asked = (getConnection?: VendorYdrz['getConnection']) =>
    createVendorDriver({ ...idsPerPage(new Platform()), getConnection }, { appId: APP_ID }).networkType()

  test('is the answer of either callback of getConnection', async () => {
    await expect(asked(({ success }) => success({ netType: 'wifi' }))).resolves.toBe('wifi')
    await expect(asked(({ error }) => error({ netType: 'none' }))).resolves.toBe('none')
  })

  test('passes the app id to getConnection', async () => {
    const getConnection = jest.fn(({ success }) => success({ netType: '4g' }))
    await asked(getConnection)
    expect(getConnection).toHaveBeenCalledWith(expect.objectContaining({ appId: APP_ID }))
  })

  test.each<[string, VendorYdrz['getConnection']]>([
    ['has no such method', undefined],
    ['returns an unknown type', ({ success }) => success({ netType: 'cellular' })],
    ['returns nothing', ({ error }) => error(undefined)],
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
  ])('is unknown when the script %s', async (_what, getConnection) => {
    await expect(asked(getConnection)).resolves.toBe('unknown')
  })

  test('is unknown when getConnection never calls back', async () => {
    const type = asked(() => undefined)
    await jest.advanceTimersByTimeAsync(1000)
    await expect(type).resolves.toBe('unknown')
  })

  test('is no longer awaited after the signal has fired', async () => {
    const controller = createAbortController()
    const sdk = createVendorDriver({ ...idsPerPage(new Platform()), getConnection: () => undefined })
    const type = sdk.networkType({ signal: controller.signal })
    controller.abort()
    await expect(type).rejects.toEqual(sdkError('aborted'))
  })
})
