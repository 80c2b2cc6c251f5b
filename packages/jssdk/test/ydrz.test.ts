import type { PostAnswer } from '../src/transport'
import { createYdrz } from '../src/ydrz'
import type { YdrzData, YdrzTokenResult } from '../src/ydrz/callbacks'
import { APP_ID, createPlatform, deferred, granted, parseQuery, refused } from './stand-ins'

const idsIn = (url: string) => ['msgId', 'timestamp', 'uuid'].map((name) => parseQuery(url).get(name)).join('')
const sliceIds = (preSign: string) => preSign.slice(APP_ID.length, -'1.2'.length)

/** What JavaScript callers pass where TypeScript would object. */
const untyped = (data: object) => ({ appId: APP_ID, ...data }) as YdrzData

/** `getTokenInfo` as a promise of the first callback. */
const tokenInfo = (ydrz: ReturnType<typeof createYdrz>, data: object = {}) =>
  new Promise<{ callback: 'success' | 'error'; result: YdrzTokenResult }>((resolve) =>
    ydrz.getTokenInfo({
      data: { appId: APP_ID, sign: 'SIGNED', openType: '1', ...data },
      success: (result) => resolve({ callback: 'success', result }),
      error: (result) => resolve({ callback: 'error', result }),
    }),
  )

describe('code written for YDRZ', () => {
  test('runs in the order of the document’s snippet: getImgSrc, load, getSign, getTokenInfo', async () => {
    const platform = createPlatform()
    const ydrz = createYdrz(platform)
    const url = ydrz.getImgSrc({ appId: APP_ID, openType: '1' })
    const preSign = ydrz.getSign(APP_ID)
    expect(sliceIds(preSign)).toBe(idsIn(url))

    const { callback, result } = await tokenInfo(ydrz)
    expect(callback).toBe('success')
    expect(result).toEqual({
      code: '000000',
      message: 'token 获取成功',
      token: 'T'.repeat(32),
      userInformation: encodeURIComponent(parseQuery(url).get('userInformation') ?? ''),
    })
    expect(platform.posts[0]?.body).toMatchObject({ header: { msgId: parseQuery(url).get('msgId') } })
  })

  test('runs in the order of the sequence diagram: getSign, sign, getImgSrc, getTokenInfo', async () => {
    const platform = createPlatform()
    const ydrz = createYdrz(platform)
    const preSign = ydrz.getSign(APP_ID)
    const url = ydrz.getImgSrc({ appId: APP_ID, openType: '1' })
    expect(idsIn(url)).toBe(sliceIds(preSign))

    expect((await tokenInfo(ydrz)).callback).toBe('success')
    expect(platform.posts[0]?.body).toMatchObject({ header: { msgId: parseQuery(url).get('msgId') } })
  })

  test.each(['success', 'error'])(
    'keeps its ids until the token call settles with %s, then gets new ones',
    async (how) => {
      const answer = async () => (how === 'success' ? granted() : refused('130018'))
      const ydrz = createYdrz(createPlatform({ answer }))
      const before = ydrz.getImgSrc({ appId: APP_ID })
      ydrz.getSign(APP_ID)
      const call = tokenInfo(ydrz)
      expect(sliceIds(ydrz.getSign(APP_ID))).toBe(idsIn(before))
      await call
      expect(sliceIds(ydrz.getSign(APP_ID))).not.toBe(idsIn(before))
    },
  )

  test('starts another attempt by calling the method that came first once more', () => {
    const ydrz = createYdrz(createPlatform())
    const failed = ydrz.getImgSrc({ appId: APP_ID })
    const again = ydrz.getImgSrc({ appId: APP_ID })
    expect(idsIn(again)).not.toBe(idsIn(failed))
    expect(sliceIds(ydrz.getSign(APP_ID))).toBe(idsIn(again))
  })

  test("isTest '0' is the test line, anything else is production", () => {
    const image = (isTest?: string) => createYdrz(createPlatform()).getImgSrc({ appId: APP_ID, isTest })
    expect(new URL(image('0')).host).toBe('120.197.235.102:7002')
    for (const other of [undefined, '1', '', '00', ' 0']) {
      expect(new URL(image(other)).host).toBe('www.cmpassport.com')
    }
  })

  test('the number 0 is production: the carrier’s SDK compares with the text', () => {
    const url = createYdrz(createPlatform()).getImgSrc(untyped({ isTest: 0 }))
    expect(new URL(url).host).toBe('www.cmpassport.com')
  })

  test('may pass numbers for texts, and null for missing values', async () => {
    const platform = createPlatform()
    const ydrz = createYdrz(platform)
    const appId = Number(APP_ID) as unknown as string
    const url = ydrz.getImgSrc(untyped({ appId, openType: 0, expandParams: null, isTest: null }))
    expect(parseQuery(url).get('openType')).toBe('0')
    expect(parseQuery(url).get('appId')).toBe(APP_ID)
    expect(sliceIds(ydrz.getSign(appId))).toBe(idsIn(url))
    expect((await tokenInfo(ydrz, untyped({ appId, openType: null }))).callback).toBe('success')
    expect(platform.posts[0]?.body).toMatchObject({
      header: { appId: APP_ID },
      body: { expandParams: 'callType=6006' },
    })
  })

  test('may omit callbacks', async () => {
    const platform = createPlatform()
    const ydrz = createYdrz(platform)
    const before = idsIn(ydrz.getImgSrc({ appId: APP_ID }))
    ydrz.getConnection({ appId: APP_ID })
    ydrz.getTokenInfo({ data: { appId: APP_ID, sign: 'SIGNED' } })
    await new Promise(setImmediate)
    expect(platform.posts).toHaveLength(1)
    expect(sliceIds(ydrz.getSign(APP_ID))).not.toBe(before)
  })

  test('may request a token without an image: it gets new ids and the platform’s answer', async () => {
    const platform = createPlatform({ answer: async () => refused('130018') })
    expect((await tokenInfo(createYdrz(platform))).result.code).toBe('130018')
    expect(platform.posts[0]?.body).toMatchObject({ header: { msgId: expect.stringMatching(/^[0-9A-V]{32}$/) } })
  })

  test('expandParams reach image and token call, as on the test line', async () => {
    const platform = createPlatform()
    const ydrz = createYdrz(platform)
    const data = { appId: APP_ID, openType: '1' as const, expandParams: 'phoneNum=18818888888|a=1', isTest: '0' }
    expect(parseQuery(ydrz.getImgSrc(data)).get('expandParams')).toBe('callType=6005|phoneNum=18818888888|a=1')
    await tokenInfo(ydrz, data)
    expect(platform.posts[0]).toMatchObject({
      url: 'http://120.197.235.102:7002/NumberAbility/h5/getToken.htm',
      body: { body: { expandParams: 'callType=6006|phoneNum=18818888888|a=1' } },
    })
  })

  test('may omit openType, which is then 1', () => {
    const url = createYdrz(createPlatform()).getImgSrc({ appId: APP_ID })
    expect(parseQuery(url).get('openType')).toBe('1')
  })
})

describe('the error callback', () => {
  test.each([
    ['110028', 'appId 不存在'],
    ['130030', '参数无效'],
    ['130018', '验证签名失败'],
    ['130032', '解析参数错误'],
    ['999999', '系统错误'],
  ])('has the document’s text for %s', async (code, message) => {
    const ydrz = createYdrz(createPlatform({ answer: async () => refused(code) }))
    ydrz.getImgSrc({ appId: APP_ID })
    await expect(tokenInfo(ydrz)).resolves.toEqual({
      callback: 'error',
      result: { code, message, token: '', userInformation: '' },
    })
  })

  test('has 0 请求异常 for a failed request', async () => {
    const ydrz = createYdrz(createPlatform({ answer: () => Promise.reject(new Error('offline')) }))
    ydrz.getImgSrc({ appId: APP_ID })
    expect((await tokenInfo(ydrz)).result).toMatchObject({ code: '0', message: '请求异常' })
  })

  test('has 130030 for three networks on the test line, and nothing was sent', async () => {
    const platform = createPlatform()
    const { result } = await tokenInfo(createYdrz(platform), { openType: '0', isTest: '0' })
    expect(result.code).toBe('130030')
    expect(platform.posts).toHaveLength(0)
  })

  test('has the platform’s own text for a code without a text in the document', async () => {
    const ydrz = createYdrz(createPlatform({ answer: async () => refused('103911') }))
    expect((await tokenInfo(ydrz)).result).toMatchObject({ code: '103911', message: 'refused' })
  })

  test.each(['', undefined, null])('has 130030 for the sign %p, and nothing was sent', async (sign) => {
    const platform = createPlatform()
    const { result } = await tokenInfo(createYdrz(platform), { sign })
    expect(result).toMatchObject({ code: '130030', message: '参数无效' })
    expect(platform.posts).toHaveLength(0)
  })

  test('is called once, even if the platform answers after the time limit', async () => {
    jest.useFakeTimers()
    try {
      const late = deferred<PostAnswer>()
      const ydrz = createYdrz(createPlatform({ answer: () => late.promise }))
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
    const ydrz = createYdrz(createPlatform({ answer: async () => granted('') }))
    ydrz.getImgSrc({ appId: APP_ID })
    expect((await tokenInfo(ydrz)).callback).toBe('error')
  })
})

describe('getConnection', () => {
  const connection = (platform: ReturnType<typeof createPlatform>) =>
    new Promise((resolve) =>
      createYdrz(platform).getConnection({
        appId: APP_ID,
        success: (result) => resolve({ success: result }),
        error: (result) => resolve({ error: result }),
      }),
    )

  test('gives netType to the success callback, asynchronously', async () => {
    await expect(connection(createPlatform({ networkType: async () => 'wifi' }))).resolves.toEqual({
      success: { netType: 'wifi' },
    })
  })

  test('gives netType unknown to the error callback', async () => {
    const platform = createPlatform({ networkType: () => Promise.reject(new Error('fail')) })
    await expect(connection(platform)).resolves.toEqual({ error: { netType: 'unknown' } })
  })
})
