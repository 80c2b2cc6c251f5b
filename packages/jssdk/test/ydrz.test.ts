import type { PostAnswer } from '../src/transport'
import { createYdrz, type YdrzData, type YdrzTokenResult } from '../src/ydrz'
import { APP_ID, deferred, granted, platformDouble, queryOf, refused } from './doubles'

const idsIn = (url: string) => ['msgId', 'timestamp', 'uuid'].map((name) => queryOf(url).get(name)).join('')
const idsOf = (preSign: string) => preSign.slice(APP_ID.length, -'1.2'.length)

/** What JavaScript callers pass where TypeScript would object. */
const untyped = (data: object) => ({ appId: APP_ID, ...data }) as YdrzData

/** `getTokenInfo` as a promise of whichever callback came. */
const tokenInfo = (ydrz: ReturnType<typeof createYdrz>, data: object = {}) =>
  new Promise<{ callback: 'success' | 'error'; result: YdrzTokenResult }>((resolve) =>
    ydrz.getTokenInfo({
      data: { appId: APP_ID, sign: 'SIGNED', openType: '1', ...data },
      success: (result) => resolve({ callback: 'success', result }),
      error: (result) => resolve({ callback: 'error', result }),
    }),
  )

describe('code written for YDRZ runs unchanged', () => {
  test('in the order of the document’s snippet: getImgSrc, load, getSign, getTokenInfo', async () => {
    const platform = platformDouble()
    const ydrz = createYdrz(platform)
    const url = ydrz.getImgSrc({ appId: APP_ID, openType: '1' })
    const preSign = ydrz.getSign(APP_ID)
    expect(idsOf(preSign)).toBe(idsIn(url))

    const { callback, result } = await tokenInfo(ydrz)
    expect(callback).toBe('success')
    expect(result).toEqual({
      code: '000000',
      message: 'token 获取成功',
      token: 'T'.repeat(32),
      userInformation: encodeURIComponent(queryOf(url).get('userInformation') ?? ''),
    })
    expect(platform.posts[0]?.body).toMatchObject({ header: { msgId: queryOf(url).get('msgId') } })
  })

  test('in the order of its sequence diagram: getSign, sign, getImgSrc, getTokenInfo', async () => {
    const platform = platformDouble()
    const ydrz = createYdrz(platform)
    const preSign = ydrz.getSign(APP_ID)
    const url = ydrz.getImgSrc({ appId: APP_ID, openType: '1' })
    expect(idsIn(url)).toBe(idsOf(preSign))

    expect((await tokenInfo(ydrz)).callback).toBe('success')
    expect(platform.posts[0]?.body).toMatchObject({ header: { msgId: queryOf(url).get('msgId') } })
  })

  test.each(['success', 'error'])('ids are kept until the token call settles with %s, then made anew', async (how) => {
    const answer = async () => (how === 'success' ? granted() : refused('130018'))
    const ydrz = createYdrz(platformDouble({ answer }))
    const before = ydrz.getImgSrc({ appId: APP_ID })
    ydrz.getSign(APP_ID)
    const call = tokenInfo(ydrz)
    expect(idsOf(ydrz.getSign(APP_ID))).toBe(idsIn(before))
    await call
    expect(idsOf(ydrz.getSign(APP_ID))).not.toBe(idsIn(before))
  })

  test('calling the method that began the attempt again begins another, as after an image that failed', () => {
    const ydrz = createYdrz(platformDouble())
    const failed = ydrz.getImgSrc({ appId: APP_ID })
    const again = ydrz.getImgSrc({ appId: APP_ID })
    expect(idsIn(again)).not.toBe(idsIn(failed))
    expect(idsOf(ydrz.getSign(APP_ID))).toBe(idsIn(again))
  })

  test("isTest '0' is the test line, anything else is production", () => {
    const image = (isTest?: string) => createYdrz(platformDouble()).getImgSrc({ appId: APP_ID, isTest })
    expect(new URL(image('0')).host).toBe('120.197.235.102:7002')
    for (const other of [undefined, '1', '', '00', ' 0']) {
      expect(new URL(image(other)).host).toBe('www.cmpassport.com')
    }
  })

  test('the number 0 is no test line: the carrier’s SDK compares with the text', () => {
    const url = createYdrz(platformDouble()).getImgSrc(untyped({ isTest: 0 }))
    expect(new URL(url).host).toBe('www.cmpassport.com')
  })

  test('numbers where the document has texts, and null for what is left out, are taken as they are meant', async () => {
    const platform = platformDouble()
    const ydrz = createYdrz(platform)
    const appId = Number(APP_ID) as unknown as string
    const url = ydrz.getImgSrc(untyped({ appId, openType: 0, expandParams: null, isTest: null }))
    expect(queryOf(url).get('openType')).toBe('0')
    expect(queryOf(url).get('appId')).toBe(APP_ID)
    expect(idsOf(ydrz.getSign(appId))).toBe(idsIn(url))
    expect((await tokenInfo(ydrz, untyped({ appId, openType: null }))).callback).toBe('success')
    expect(platform.posts[0]?.body).toMatchObject({
      header: { appId: APP_ID },
      body: { expandParams: 'callType=6006' },
    })
  })

  test('callbacks may be left out', async () => {
    const platform = platformDouble()
    const ydrz = createYdrz(platform)
    const before = idsIn(ydrz.getImgSrc({ appId: APP_ID }))
    ydrz.getConnection({ appId: APP_ID })
    ydrz.getTokenInfo({ data: { appId: APP_ID, sign: 'SIGNED' } })
    await new Promise(setImmediate)
    expect(platform.posts).toHaveLength(1)
    expect(idsOf(ydrz.getSign(APP_ID))).not.toBe(before)
  })

  test('a token asked for without an image gets ids of its own, and the platform’s answer', async () => {
    const platform = platformDouble({ answer: async () => refused('130018') })
    expect((await tokenInfo(createYdrz(platform))).result.code).toBe('130018')
    expect(platform.posts[0]?.body).toMatchObject({ header: { msgId: expect.stringMatching(/^[0-9A-V]{32}$/) } })
  })

  test('expandParams reach image and token call, as on the test line', async () => {
    const platform = platformDouble()
    const ydrz = createYdrz(platform)
    const data = { appId: APP_ID, openType: '1' as const, expandParams: 'phoneNum=18818888888|a=1', isTest: '0' }
    expect(queryOf(ydrz.getImgSrc(data)).get('expandParams')).toBe('callType=6005|phoneNum=18818888888|a=1')
    await tokenInfo(ydrz, data)
    expect(platform.posts[0]).toMatchObject({
      url: 'http://120.197.235.102:7002/NumberAbility/h5/getToken.htm',
      body: { body: { expandParams: 'callType=6006|phoneNum=18818888888|a=1' } },
    })
  })

  test('openType is 1 when it is left out', () => {
    const url = createYdrz(platformDouble()).getImgSrc({ appId: APP_ID })
    expect(queryOf(url).get('openType')).toBe('1')
  })
})

describe('the error callback', () => {
  test.each([
    ['110028', 'appId 不存在'],
    ['130030', '参数无效'],
    ['130018', '验证签名失败'],
    ['130032', '解析参数错误'],
    ['999999', '系统错误'],
  ])('names %s as the document does', async (code, message) => {
    const ydrz = createYdrz(platformDouble({ answer: async () => refused(code) }))
    ydrz.getImgSrc({ appId: APP_ID })
    await expect(tokenInfo(ydrz)).resolves.toEqual({
      callback: 'error',
      result: { code, message, token: '', userInformation: '' },
    })
  })

  test('says 0 请求异常 for a request that failed', async () => {
    const ydrz = createYdrz(platformDouble({ answer: () => Promise.reject(new Error('offline')) }))
    ydrz.getImgSrc({ appId: APP_ID })
    expect((await tokenInfo(ydrz)).result).toMatchObject({ code: '0', message: '请求异常' })
  })

  test('says 130030 for three networks on the test line, and asks nobody', async () => {
    const platform = platformDouble()
    const { result } = await tokenInfo(createYdrz(platform), { openType: '0', isTest: '0' })
    expect(result.code).toBe('130030')
    expect(platform.posts).toHaveLength(0)
  })

  test('gives the platform’s own words for a code that the document has no text for', async () => {
    const ydrz = createYdrz(platformDouble({ answer: async () => refused('103911') }))
    expect((await tokenInfo(ydrz)).result).toMatchObject({ code: '103911', message: 'refused' })
  })

  test.each(['', undefined, null])('says 130030 for the sign %p, and asks nobody', async (sign) => {
    const platform = platformDouble()
    const { result } = await tokenInfo(createYdrz(platform), { sign })
    expect(result).toMatchObject({ code: '130030', message: '参数无效' })
    expect(platform.posts).toHaveLength(0)
  })

  test('is called once, however late the platform answers after the time limit', async () => {
    jest.useFakeTimers()
    try {
      const late = deferred<PostAnswer>()
      const ydrz = createYdrz(platformDouble({ answer: () => late.promise }))
      const [success, error] = [jest.fn(), jest.fn()]
      ydrz.getTokenInfo({ data: { appId: APP_ID, sign: 'SIGNED' }, success, error })
      await jest.advanceTimersByTimeAsync(3000)
      late.resolve(granted())
      await jest.advanceTimersByTimeAsync(0)
      expect(error.mock.calls).toEqual([[{ code: '0', message: '请求异常', token: '', userInformation: '' }]])
      expect(success).not.toHaveBeenCalled()
    } finally {
      jest.useRealTimers()
    }
  })

  test('is called for a success without a token', async () => {
    const ydrz = createYdrz(platformDouble({ answer: async () => granted('') }))
    ydrz.getImgSrc({ appId: APP_ID })
    expect((await tokenInfo(ydrz)).callback).toBe('error')
  })
})

describe('getConnection', () => {
  const connection = (platform: ReturnType<typeof platformDouble>) =>
    new Promise((resolve) =>
      createYdrz(platform).getConnection({
        appId: APP_ID,
        success: (result) => resolve({ success: result }),
        error: (result) => resolve({ error: result }),
      }),
    )

  test('gives netType to the success callback, asynchronously', async () => {
    await expect(connection(platformDouble({ networkType: async () => 'wifi' }))).resolves.toEqual({
      success: { netType: 'wifi' },
    })
  })

  test('gives netType unknown to the error callback', async () => {
    const platform = platformDouble({ networkType: () => Promise.reject(new Error('fail')) })
    await expect(connection(platform)).resolves.toEqual({ error: { netType: 'unknown' } })
  })
})
