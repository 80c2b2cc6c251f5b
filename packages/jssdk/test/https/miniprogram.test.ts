// Sending over cellular beside Wi-Fi: where it is asked for (protocol.md §8).
import { createHttpsH5Sdk, createHttpsMiniProgramSdk } from '../../src/https'
import { createWxTransport, type WxLike } from '../../src/miniprogram'
import { APP_ID, granted, SIGNED } from './stand-ins'

type RequestOptions = Parameters<WxLike['request']>[0]

function openWx(systemInfo: object, answer: (options: RequestOptions) => void) {
  const sent: RequestOptions[] = []
  const wx: WxLike = {
    getSystemInfoSync: () => systemInfo,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
    getNetworkType: ({ success }) => success({ networkType: 'wifi' }),
    request: (options) => {
      sent.push(options)
      answer(options)
      return undefined
    },
  }
  return { wx, sent }
}

const grant = ({ success }: RequestOptions) => success({ statusCode: 200, data: granted().body })

describe.each([
  ['android', '2.21.0', true],
  ['android', '2.21', true],
  ['android', '2.21.1', true],
  ['android', '2.100.0', true],
  ['android', '3.0.0', true],
  ['android', '10.0.0', true],
  ['android', '2.20.9', false],
  ['android', '2.9.30', false],
  ['android', '1.99.0', false],
  ['android', '', false],
  ['android', 'latest', false],
  ['android', undefined, false],
  ['ios', '3.6.6', false],
  ['devtools', '3.5.8', false],
  ['windows', '3.5.8', false],
  [undefined, '3.5.8', false],
])('on %s with base library %s', (platform, SDKVersion, forced) => {
  test(`the request ${forced ? 'asks' : 'does not ask'} for cellular, and the SDK says so`, async () => {
    const { wx, sent } = openWx({ platform, SDKVersion }, grant)
    const sdk = createHttpsMiniProgramSdk(wx)
    expect(sdk.forcesCellular()).toBe(forced)
    await sdk.createAttempt({ appId: APP_ID }).requestToken(SIGNED)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.forceCellularNetwork).toBe(forced ? true : undefined)
    expect('forceCellularNetwork' in sent[0]!).toBe(forced)
  })
})

test('a request that cannot be bound to cellular has failed', async () => {
  const fail = (options: RequestOptions) => options.fail({ errMsg: 'request:fail bind mobile socket failed' })
  const { wx } = openWx({ platform: 'android', SDKVersion: '3.0.0' }, fail)
  const attempt = createHttpsMiniProgramSdk(wx).createAttempt({ appId: APP_ID })
  await expect(attempt.requestToken(SIGNED)).rejects.toMatchObject({ code: 'requestFailed', returnCode: '0' })
})

test('a browser never asks for cellular', () => {
  expect(createHttpsH5Sdk({} as never).forcesCellular()).toBe(false)
})

test('other requests of the transport leave the network to WeChat', async () => {
  const { wx, sent } = openWx({ platform: 'android', SDKVersion: '3.0.0' }, grant)
  await createWxTransport(wx)({ url: 'https://x.test/', body: {}, signal: new AbortController().signal })
  expect('forceCellularNetwork' in sent[0]!).toBe(false)
})
