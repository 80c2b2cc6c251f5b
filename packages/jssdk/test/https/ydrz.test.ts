// Code written against the vendor's `YDRZ` object of the HTTPS edition.
import { parseHttpsPreSign } from '@local-number/protocol'
import { createHttpsH5Ydrz, createHttpsMiniProgramYdrz } from '../../src/https'
import { createHttpsYdrz, type HttpsYdrz, type HttpsYdrzTokenResult } from '../../src/https/ydrz'
import type { YdrzData } from '../../src/ydrz/callbacks'
import { APP_ID, createHttpsPlatform, granted, refused } from './stand-ins'

const tokenInfo = (ydrz: HttpsYdrz, data: object = {}) =>
  new Promise<{ callback: 'success' | 'error'; result: HttpsYdrzTokenResult }>((resolve) =>
    ydrz.getTokenInfo({
      data: { appId: APP_ID, sign: 'SIGNED', isTest: '1', ...data } as YdrzData & { sign: string },
      success: (result) => resolve({ callback: 'success', result }),
      error: (result) => resolve({ callback: 'error', result }),
    }),
  )

const refusing = (code: string, more?: object) =>
  createHttpsYdrz(createHttpsPlatform({ respond: async () => refused(code, more) }))

describe('getSign', () => {
  test.each([
    ['httpsH5', '1'],
    ['httpsMiniProgram', '5'],
  ] as const)('of %s is the pre-sign of businessType %s, in local time', (edition, businessType) => {
    const preSign = createHttpsYdrz(createHttpsPlatform({ edition })).getSign(APP_ID, '1.0')
    expect(parseHttpsPreSign(preSign, APP_ID)).toEqual({
      appId: APP_ID,
      businessType,
      traceId: expect.stringMatching(/^[0-9A-V]{32}$/),
      timestamp: '20261122120506078',
      version: '1.0',
    })
  })

  test('creates new ids at each call, and the last ones are sent', async () => {
    const platform = createHttpsPlatform()
    const ydrz = createHttpsYdrz(platform)
    const [first, second] = [ydrz.getSign(APP_ID, '1.0'), ydrz.getSign(APP_ID)]
    expect(first).not.toBe(second)
    const { result } = await tokenInfo(ydrz)
    const { traceId, timestamp } = parseHttpsPreSign(second, APP_ID)!
    expect(platform.posts[0]?.body).toMatchObject({ traceId, timestamp, msgId: traceId, sign: 'SIGNED' })
    expect(result).toMatchObject({ code: '103000', msgId: traceId })
  })

  test('may be given a number for the appId', () => {
    const ydrz = createHttpsYdrz(createHttpsPlatform())
    expect(ydrz.getSign(Number(APP_ID) as unknown as string, '1.0')).toMatch(/^3000118774955/)
  })

  test.each([
    ['shop', '1.0'],
    [APP_ID, '1.2'],
  ])('refuses the appId %s with version %s', (appId, version) => {
    const ydrz = createHttpsYdrz(createHttpsPlatform())
    expect(() => ydrz.getSign(appId, version)).toThrow(expect.objectContaining({ code: 'preSignFieldMalformed' }))
  })
})

describe('getTokenInfo', () => {
  test('gives the recorded shape to success', async () => {
    const ydrz = createHttpsYdrz(createHttpsPlatform({ respond: async () => granted('T') }))
    ydrz.getSign(APP_ID, '1.0')
    await expect(tokenInfo(ydrz)).resolves.toEqual({
      callback: 'success',
      result: {
        code: '103000',
        message: '获取token成功',
        token: 'T',
        userInformation: 'brand%40%40hash',
        msgId: expect.stringMatching(/^[0-9A-V]{32}$/),
      },
    })
  })

  test('gives the platform’s code and text to error', async () => {
    await expect(tokenInfo(refusing('103101'))).resolves.toEqual({
      callback: 'error',
      result: { code: '103101', message: 'refused', token: '', userInformation: '', msgId: expect.any(String) },
    })
  })

  test('names the operator that the platform saw', async () => {
    const { result } = await tokenInfo(refusing('103111', { msisdnOwner: 'CU' }))
    expect(result).toMatchObject({ code: '103111', msisdnOwner: 'CU' })
  })

  test('reports a request that failed as 0', async () => {
    const ydrz = createHttpsYdrz(createHttpsPlatform({ respond: () => Promise.reject(new Error('offline')) }))
    expect((await tokenInfo(ydrz)).result).toMatchObject({ code: '0', message: '请求异常' })
  })

  test.each<[string, object]>([
    ['an empty sign', { sign: '' }],
    ['no sign', { sign: undefined }],
    ['no appId', { appId: undefined }],
    ['expandParams that do not fit the wire', { expandParams: '__proto__=1' }],
  ])('reports %s as 130030, and sends nothing', async (_what, data) => {
    const platform = createHttpsPlatform()
    expect((await tokenInfo(createHttpsYdrz(platform), data)).result).toMatchObject({ code: '130030' })
    expect(platform.posts).toHaveLength(0)
  })

  test.each([
    ['0', 'https://www.cmpassport.com:7009'],
    ['1', 'https://verify.cmpassport.com'],
    [undefined, 'https://verify.cmpassport.com'],
    [0, 'https://verify.cmpassport.com'],
  ])('with isTest %j goes to %s', async (isTest, origin) => {
    const platform = createHttpsPlatform()
    await tokenInfo(createHttpsYdrz(platform), { isTest })
    expect(platform.posts[0]?.url).toBe(`${origin}/h5/getMobile`)
  })

  test('may omit callbacks, and never throws', async () => {
    const platform = createHttpsPlatform()
    const ydrz = createHttpsYdrz(platform)
    ydrz.getSign(APP_ID, '1.0')
    ydrz.getConnection({ appId: APP_ID })
    ydrz.getTokenInfo({ data: { appId: APP_ID, sign: 'SIGNED' } })
    ydrz.getTokenInfo({ data: undefined as never })
    await new Promise(setImmediate)
    expect(platform.posts).toHaveLength(1)
  })

  test('uses ids once: a second call without getSign has others', async () => {
    const platform = createHttpsPlatform()
    const ydrz = createHttpsYdrz(platform)
    ydrz.getSign(APP_ID, '1.0')
    await tokenInfo(ydrz)
    await tokenInfo(ydrz)
    const [first, second] = platform.posts.map(({ body }) => (body as { traceId: string }).traceId)
    expect(first).not.toBe(second)
  })
})

test('getConnection names the network', async () => {
  const ydrz = createHttpsYdrz(createHttpsPlatform({ networkType: async () => '4g' }))
  const netType = await new Promise((success) => ydrz.getConnection({ appId: APP_ID, success }))
  expect(netType).toEqual({ netType: '4g' })
})

test.each([
  ['a browser', () => createHttpsH5Ydrz({} as never)],
  ['a mini-program', () => createHttpsMiniProgramYdrz({} as never)],
])('the object for %s has the methods of the vendor’s, and no getImgSrc', (_where, create) => {
  expect(Object.keys(create()).sort()).toEqual(['getConnection', 'getSign', 'getTokenInfo'])
})
