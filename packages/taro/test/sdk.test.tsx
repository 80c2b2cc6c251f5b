// The carrier's own script in place of the clean-room SDK: the prop changes who is asked, and nothing else.
import { join } from 'node:path'
import { createImageSlot } from '@local-number/login'
import {
  APP_ID,
  idsAtGetSign,
  imageInside,
  Platform,
  signPreSign,
  USER_INFORMATION,
} from '../../jssdk/test/vendor/stand-ins'
import { LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { createPorts } from '../src/ports'
import { createVendorDriver, type VendorYdrz } from '../src/vendor'
import { createProps, createServers, open, PHONE, type Servers, walkToPhoneEntry } from './page'

let servers: Servers
let platform: Platform
beforeEach(() => {
  servers = createServers()
  servers.sign.mockImplementation(async ({ preSign }, { traceId }) => ({
    sign: signPreSign(preSign),
    attemptId: 'A',
    traceId,
  }))
  platform = new Platform()
})

const raise = (message: string): never => {
  throw new Error(message)
}

const openLogin = (props: Partial<LocalNumberLoginProps>) =>
  open(<LocalNumberLogin {...createProps(servers, { onVerified: jest.fn(), ...props })} />)

async function verifiedToken(page: ReturnType<typeof open>) {
  await page.find('.lnl-input input')
  await page.type(PHONE)
  await page.tap('登录')
  await page.sees('验证成功')
  return servers.verify.mock.calls[0]?.[0]
}

test('the script’s image is rendered and its token verified; our own SDK sends nothing', async () => {
  const page = openLogin({ sdk: createVendorDriver(idsAtGetSign(platform)) })
  await page.tick()
  await page.tap('本机号码登录')
  const image = await page.find<HTMLImageElement>('taro-image-core img')
  expect(image.src).toContain('http://carrier.test/getMobile.htm')
  expect(image.getAttribute('referrerpolicy')).toBe('origin')
  await platform.load(image)
  await page.imageLoads()
  expect(await verifiedToken(page)).toMatchObject({
    phone: PHONE,
    token: `token of ${platform.spent[0]}`,
    userInformation: USER_INFORMATION,
  })
  expect(servers.fetch).not.toHaveBeenCalled()
})

test('a script that loads the image itself gets none on the page', async () => {
  const page = openLogin({ sdk: createVendorDriver(imageInside(platform)) })
  await page.tick()
  await page.tap('本机号码登录')
  expect(await verifiedToken(page)).toMatchObject({ token: `token of ${platform.spent[0]}` })
  expect(page.imageElement()).toBeNull()
})

test('without a script our own SDK retrieves the number', async () => {
  await walkToPhoneEntry(openLogin({}))
  expect(servers.fetch).toHaveBeenCalledTimes(1)
})

test('the script is not called before consent', async () => {
  const ydrz: VendorYdrz = {
    getSign: jest.fn(),
    getImgSrc: jest.fn(),
    getTokenInfo: jest.fn(),
    getConnection: jest.fn(),
  }
  const page = openLogin({ sdk: createVendorDriver(ydrz) })
  await page.tick()
  for (const method of Object.values(ydrz)) expect(method).not.toHaveBeenCalled()
})

test('origins with a script are refused instead of sending a simulator’s login to the carrier', async () => {
  const ydrz: VendorYdrz = { getSign: jest.fn(), getTokenInfo: jest.fn() }
  const origins = { production: { getMobile: 'http://127.0.0.1:7000', getToken: 'http://127.0.0.1:7000' } }
  const onFallback = jest.fn()
  const page = openLogin({ sdk: createVendorDriver(ydrz), origins, onFallback })
  await page.tick()
  await page.tap('本机号码登录')
  await page.sees('服务暂不可用')
  expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'misconfigured', code: 'originsWithSdk' }))
  expect(ydrz.getSign).not.toHaveBeenCalled()
})

test('a script without createVendorDriver does not compile, and is misconfigured at run time', () => {
  // @ts-expect-error
  const options = createProps(servers, { sdk: idsAtGetSign(platform) })
  const ports = createPorts(options, { slot: createImageSlot(), openSession: () => undefined })
  expect(ports.unsupported()).toEqual({ reason: 'misconfigured', code: 'sdkWithoutDriver' })
})

test('a driver that is created at every render is the same one', () => {
  const ydrz = idsAtGetSign(platform)
  expect(createVendorDriver(ydrz)).toBe(createVendorDriver(ydrz))
  expect(createVendorDriver(ydrz)).not.toBe(createVendorDriver(imageInside(platform)))
})

describe('in each build', () => {
  // With our plugin.
  beforeAll(() => import(join(__dirname, '../taro-plugin/runtime.mjs')))
  afterEach(() => {
    process.env.TARO_ENV = 'h5'
  })

  test.each([
    ['weapp', 'miniProgram', 'no-referrer'],
    ['h5', 'h5', 'origin'],
  ])('%s drives the script as the edition %s', (env, edition, referrerPolicy) => {
    process.env.TARO_ENV = env
    const options = createProps(servers, { sdk: createVendorDriver(idsAtGetSign(platform)) })
    const [{ sdk } = raise('no edition')] = createPorts(options, { slot: createImageSlot() }).editions
    expect(sdk.edition).toBe(edition)
    const { image } = sdk.createAttempt({ appId: APP_ID }, new AbortController().signal)
    expect(image).toMatchObject({ src: expect.stringContaining('carrier.test'), referrerPolicy })
  })
})

test('a production build refuses the test line with a script, too', () => {
  const before = process.env.NODE_ENV
  Object.assign(process.env, { NODE_ENV: 'production' })
  try {
    const options = createProps(servers, { sdk: createVendorDriver(idsAtGetSign(platform)), line: 'test' })
    expect(createPorts(options, { slot: createImageSlot() }).unsupported()).toEqual({
      reason: 'misconfigured',
      code: 'testLineInProduction',
    })
  } finally {
    Object.assign(process.env, { NODE_ENV: before })
  }
})
