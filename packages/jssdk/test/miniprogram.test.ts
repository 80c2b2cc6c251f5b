import { CARRIER_ORIGINS } from '@local-number/protocol'
import { newAttempt } from '../src/attempt'
import { miniProgramPlatform, type WxLike } from '../src/miniprogram'
import { checkedParameters } from '../src/parameters'
import { createSdk } from '../src/sdk'
import type { SystemInfo } from '../src/user-information'
import recorded from './vectors/miniprogram-sdk.json'

/** `wx` as a phone offers it, with the requests it was asked to send. */
function wxDouble(overrides: Partial<WxLike> = {}) {
  const sent: Parameters<WxLike['request']>[0][] = []
  const wx: WxLike = {
    getSystemInfoSync: () => ({}),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
    getNetworkType: ({ success }) => success({ networkType: '4g' }),
    request: (options) => {
      sent.push(options)
      options.success({
        statusCode: 200,
        data: { header: { resultCode: '000000' }, body: { token: 'TOKEN', resultDesc: '' } },
      })
      return { abort: () => undefined }
    },
    ...overrides,
  }
  return { wx, sent }
}

describe('the mini-program edition sends what the carrier’s own SDK was recorded sending', () => {
  test.each(recorded.vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, { input, output }) => {
      const { wx, sent } = wxDouble({
        getSystemInfoSync: () => input.systemInfo as SystemInfo,
        getAccountInfoSync: () => ({ miniProgram: { appId: input.wxappid } }),
      })
      const platform = {
        ...miniProgramPlatform(wx),
        now: () => input.epochMs,
        utcOffset: () => -input.timezoneOffset,
      }
      const parameters = checkedParameters({ appId: input.appId }, platform, CARRIER_ORIGINS)
      const ids = { msgId: input.msgId, uuid: input.uuid, timestamp: output.timestamp }
      const attempt = newAttempt(platform, parameters, ids)

      // That recording's caller left appId out of the pre-sign and sent the text `undefined` after callType.
      expect(attempt.preSign).toBe(input.appId + output.preSignWithoutAppId)
      expect(attempt.image.src).toBe(output.imageUrl.replace('%7Cundefined', ''))
      expect(attempt.image.referrerPolicy).toBe('no-referrer')

      const grant = await attempt.requestToken('SIGNED')
      expect(grant).toEqual({ token: 'TOKEN', userInformation: output.userInformation })
      const { body, ...request } = output.getToken
      expect(sent).toHaveLength(1)
      expect(sent[0]).toMatchObject({ url: request.url, method: 'POST', header: request.header })
      expect(JSON.parse(sent[0]!.data)).toEqual({ ...body, body: { ...body.body, expandParams: 'callType=6006' } })
    },
  )

  test('its timestamp is the phone’s wall clock', () => {
    const { input, output } = recorded.vectors[0]!
    const platform = { ...miniProgramPlatform(wxDouble().wx), now: () => input.epochMs, utcOffset: () => 480 }
    const { preSign } = createSdk(platform).createAttempt({ appId: input.appId })
    expect(preSign.slice(44, 61)).toBe(output.timestamp)
  })
})

describe('the mini-program platform', () => {
  test.each(['wifi', '2g', '3g', '4g', '5g', 'none', 'unknown'])('passes on %s, as WeChat names it', async (named) => {
    const { wx } = wxDouble({ getNetworkType: ({ success }) => success({ networkType: named }) })
    await expect(miniProgramPlatform(wx).networkType()).resolves.toBe(named)
  })

  test('swallows the promise that Taro’s getNetworkType rejects beside its callback', async () => {
    const { wx } = wxDouble({
      getNetworkType: ({ fail }) => {
        fail({ errMsg: 'getNetworkType:fail' })
        return Promise.reject(new Error('getNetworkType:fail'))
      },
    })
    await expect(createSdk(miniProgramPlatform(wx)).networkType()).resolves.toBe('unknown')
  })

  test('gives unknown for a network type that nobody has heard of', async () => {
    const { wx } = wxDouble({ getNetworkType: ({ success }) => success({ networkType: '6g' }) })
    await expect(miniProgramPlatform(wx).networkType()).resolves.toBe('unknown')
  })

  test('aborts the request when nobody waits for it any more', async () => {
    const abort = jest.fn()
    const { wx } = wxDouble({ request: () => ({ abort }) })
    const attempt = createSdk(miniProgramPlatform(wx)).createAttempt({ appId: '300011877495' })
    const controller = new AbortController()
    const pending = attempt.requestToken('SIGNED', { signal: controller.signal })
    controller.abort()
    await expect(pending).rejects.toMatchObject({ code: 'aborted' })
    expect(abort).toHaveBeenCalledTimes(1)
  })

  test('gives up a request that cannot be aborted all the same', async () => {
    const { wx } = wxDouble({ request: () => undefined })
    const controller = new AbortController()
    const pending = createSdk(miniProgramPlatform(wx))
      .createAttempt({ appId: '300011877495' })
      .requestToken('SIGNED', { signal: controller.signal })
    controller.abort()
    await expect(pending).rejects.toMatchObject({ code: 'aborted' })
  })

  test('a request that WeChat interrupts in the background is one that failed', async () => {
    const { wx } = wxDouble({
      request: ({ fail }) => {
        fail({ errMsg: 'request:fail interrupted' })
        return undefined
      },
    })
    const attempt = createSdk(miniProgramPlatform(wx)).createAttempt({ appId: '300011877495' })
    await expect(attempt.requestToken('SIGNED')).rejects.toMatchObject({ code: 'requestFailed', returnCode: '0' })
  })

  test('swallows the promise that Taro’s request rejects beside its callback', async () => {
    const { wx } = wxDouble({
      request: ({ fail }) => {
        fail({ errMsg: 'request:fail' })
        return Object.assign(Promise.reject(new Error('request:fail')), { abort: () => undefined })
      },
    })
    const attempt = createSdk(miniProgramPlatform(wx)).createAttempt({ appId: '300011877495' })
    await expect(attempt.requestToken('SIGNED')).rejects.toMatchObject({ code: 'requestFailed', returnCode: '0' })
  })
})
