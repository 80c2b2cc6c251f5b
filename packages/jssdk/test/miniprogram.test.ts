import { CARRIER_ORIGINS } from '@local-number/protocol'
import {
  createWx,
  type Host,
  type HttpRequest,
  type NetworkType,
  type WxOptions,
} from '@local-number/weapp-runtime/node'
import { buildAttempt } from '../src/attempt'
import { createMiniProgramPlatform, createWxTransport, type WxLike } from '../src/miniprogram'
import { parseParameters } from '../src/parameters'
import { createSdk } from '../src/sdk'
import recorded from './vectors/miniprogram-sdk.json'

const GRANTED = { header: { resultCode: '000000' }, body: { token: 'TOKEN', resultDesc: '' } }

/** Creates a phone's `wx` whose requests are recorded and granted. A test may replace its members. */
function createTestWx(options: WxOptions = {}, overrides: Partial<WxLike> = {}) {
  const sent: HttpRequest[] = []
  const host: Host = {
    request: async (request) => {
      sent.push(request)
      return { status: 200, headers: {}, body: JSON.stringify(GRANTED) }
    },
    abort: () => undefined,
    callFunction: async () => null,
  }
  const { wx } = createWx({ host, appId: 'wx10a00cf000000000', systemInfo: {}, ...options })
  const withOverrides: WxLike = { ...wx, ...overrides }
  return { wx: withOverrides, sent }
}

describe('the mini-program edition sends what the carrier’s own SDK was recorded sending', () => {
  test.each(recorded.vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, { input, output }) => {
      const { wx, sent } = createTestWx({ systemInfo: input.systemInfo, appId: input.wxappid })
      const platform = {
        ...createMiniProgramPlatform(wx),
        now: () => input.epochMs,
        utcOffset: () => -input.timezoneOffset,
      }
      const parameters = parseParameters({ appId: input.appId }, platform, CARRIER_ORIGINS)
      const ids = { msgId: input.msgId, uuid: input.uuid, timestamp: output.timestamp }
      const attempt = buildAttempt(platform, parameters, ids)

      // That recording's caller left appId out of the pre-sign and sent the text `undefined` after callType.
      expect(attempt.preSign).toBe(input.appId + output.preSignWithoutAppId)
      expect(attempt.image.src).toBe(output.imageUrl.replace('%7Cundefined', ''))
      expect(attempt.image.referrerPolicy).toBe('no-referrer')

      const grant = await attempt.requestToken('SIGNED')
      expect(grant).toEqual({ token: 'TOKEN', userInformation: output.userInformation })
      const { body, ...request } = output.getToken
      expect(sent).toHaveLength(1)
      expect(sent[0]).toMatchObject({ url: request.url, method: 'POST', headers: request.header })
      expect(JSON.parse(sent[0]!.body ?? '')).toEqual({
        ...body,
        body: { ...body.body, expandParams: 'callType=6006' },
      })
    },
  )

  test('the timestamp is the phone’s local time', () => {
    const { input, output } = recorded.vectors[0]!
    const platform = { ...createMiniProgramPlatform(createTestWx().wx), now: () => input.epochMs, utcOffset: () => 480 }
    const { preSign } = createSdk(platform).createAttempt({ appId: input.appId })
    expect(preSign.slice(44, 61)).toBe(output.timestamp)
  })

  test('the timestamp of a phone whose clock is wrong is the corrected local time', () => {
    const { input, output } = recorded.vectors[0]!
    const clockDriftMs = -7_654_321
    const now = () => input.epochMs - clockDriftMs
    const platform = { ...createMiniProgramPlatform(createTestWx().wx), now, utcOffset: () => 480 }
    const { preSign } = createSdk(platform).createAttempt({ appId: input.appId, clockDriftMs })
    expect(preSign.slice(44, 61)).toBe(output.timestamp)
  })
})

describe('wx.request as a transport', () => {
  /** As WeChat does with some answers: the JSON stays a text. */
  const postWith = (data: unknown) =>
    createWxTransport({
      request: ({ success }) => {
        success({ statusCode: 200, data })
        return undefined
      },
    })({ url: 'https://x.test/', body: {}, signal: new AbortController().signal })

  test.each([
    ['parsed', { a: 1 }, { a: 1 }],
    ['a text', '{"a":1}', { a: 1 }],
    ['a text with a byte order mark', '\ufeff{"a":1}', { a: 1 }],
    ['a text with a line separator', '{"a":"\u2028"}', { a: '\u2028' }],
    ['HTML', '<html>', '<html>'],
    ['nothing', '', ''],
  ])('an answer that WeChat passes on as %s is read', async (_, data, body) => {
    await expect(postWith(data)).resolves.toEqual({ status: 200, body })
  })
})

describe('a platform that is not quite wx', () => {
  const send = (request: WxLike['request'], signal = new AbortController().signal) =>
    createWxTransport({ request })({ url: 'https://x.test/', body: {}, signal })

  test('may name the status as a text', async () => {
    const answer = { statusCode: '200', data: '{}' } as unknown as { statusCode: number; data: unknown }
    await expect(send(({ success }) => void success(answer))).resolves.toEqual({ status: 200, body: {} })
  })

  test.each([undefined, null, 'ok'])('may call back with %j, which is no success', async (answer) => {
    const { status } = await send(({ success }) => void success(answer as never))
    expect(status).toBe(0)
  })

  test('may fail at aborting', () => {
    const leaving = new AbortController()
    const abort = () => {
      throw new Error('abort is not supported')
    }
    void send(() => ({ abort }), leaving.signal)
    expect(() => leaving.abort()).not.toThrow()
  })
})

describe('the mini-program platform', () => {
  test.each<NetworkType>(['wifi', '2g', '3g', '4g', '5g', 'none', 'unknown'])(
    'passes on %s, as WeChat names it',
    async (named) => {
      const { wx } = createTestWx({ networkType: named })
      await expect(createMiniProgramPlatform(wx).networkType()).resolves.toBe(named)
    },
  )

  test('ignores the promise that Taro’s getNetworkType rejects beside its callback', async () => {
    const { wx } = createTestWx(
      {},
      {
        getNetworkType: ({ fail }) => {
          fail({ errMsg: 'getNetworkType:fail' })
          return Promise.reject(new Error('getNetworkType:fail'))
        },
      },
    )
    await expect(createSdk(createMiniProgramPlatform(wx)).networkType()).resolves.toBe('unknown')
  })

  test('returns unknown for an unknown network type', async () => {
    const { wx } = createTestWx({ networkType: '6g' as NetworkType })
    await expect(createMiniProgramPlatform(wx).networkType()).resolves.toBe('unknown')
  })

  test('aborts the request when its signal fires', async () => {
    const abort = jest.fn()
    const { wx } = createTestWx({}, { request: () => ({ abort }) })
    const attempt = createSdk(createMiniProgramPlatform(wx)).createAttempt({ appId: '300011877495' })
    const controller = new AbortController()
    const pending = attempt.requestToken('SIGNED', { signal: controller.signal })
    controller.abort()
    await expect(pending).rejects.toMatchObject({ code: 'aborted' })
    expect(abort).toHaveBeenCalledTimes(1)
  })

  test('also ends the wait for a request that cannot be aborted', async () => {
    const { wx } = createTestWx({}, { request: () => undefined })
    const controller = new AbortController()
    const pending = createSdk(createMiniProgramPlatform(wx))
      .createAttempt({ appId: '300011877495' })
      .requestToken('SIGNED', { signal: controller.signal })
    controller.abort()
    await expect(pending).rejects.toMatchObject({ code: 'aborted' })
  })

  test('a request that WeChat interrupts in the background counts as failed', async () => {
    const { wx } = createTestWx(
      {},
      {
        request: ({ fail }) => {
          fail({ errMsg: 'request:fail interrupted' })
          return undefined
        },
      },
    )
    const attempt = createSdk(createMiniProgramPlatform(wx)).createAttempt({ appId: '300011877495' })
    await expect(attempt.requestToken('SIGNED')).rejects.toMatchObject({ code: 'requestFailed', returnCode: '0' })
  })

  test('ignores the promise that Taro’s request rejects beside its callback', async () => {
    const { wx } = createTestWx(
      {},
      {
        request: ({ fail }) => {
          fail({ errMsg: 'request:fail' })
          return Object.assign(Promise.reject(new Error('request:fail')), { abort: () => undefined })
        },
      },
    )
    const attempt = createSdk(createMiniProgramPlatform(wx)).createAttempt({ appId: '300011877495' })
    await expect(attempt.requestToken('SIGNED')).rejects.toMatchObject({ code: 'requestFailed', returnCode: '0' })
  })
})
