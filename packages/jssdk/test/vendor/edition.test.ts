// Which edition a script speaks, found out without a request and without disturbing an attempt.
import fc from 'fast-check'
import { createAbortController } from '../../src/cancellation'
import { createHttpsYdrz } from '../../src/https/ydrz'
import { createVendorDriver, isHttpsScript, type VendorYdrz } from '../../src/vendor'
import { createYdrz } from '../../src/ydrz'
import { createHttpsPlatform } from '../https/stand-ins'
import { createPlatform } from '../stand-ins'
import {
  APP_ID,
  httpsIdsAtGetSign,
  httpsIdsPerPage,
  idsAtGetImgSrc,
  idsAtGetSign,
  idsPerPage,
  imageInside,
  Platform,
  preSignAfterImage,
  type StandIn,
  sealedPreSign,
  signPreSign,
} from './stand-ins'

test.each<[string, StandIn, boolean]>([
  ['of the HTTPS edition with ids per page', httpsIdsPerPage, true],
  ['of the HTTPS edition with ids at getSign', httpsIdsAtGetSign, true],
  ['of the image edition with ids per page', idsPerPage, false],
  ['of the image edition with ids at getSign', idsAtGetSign, false],
  ['of the image edition with ids at getImgSrc', idsAtGetImgSrc, false],
  ['whose pre-sign is sealed', sealedPreSign, false],
  ['that throws before its image has loaded', preSignAfterImage, false],
  ['of the image edition without getImgSrc', imageInside, false],
  ['that is our object of the HTTPS edition', () => createHttpsYdrz(createHttpsPlatform()), true],
  ['that is our object of the image edition', () => createYdrz(createPlatform()), false],
])('a script %s is told apart, without a request', (_what, standIn, expected) => {
  const platform = new Platform()
  expect(isHttpsScript(standIn(platform), APP_ID)).toBe(expected)
  expect(platform.retrieved).toEqual([])
})

test.each<[string, unknown]>([
  ['undefined', undefined],
  ['null', null],
  ['a text', 'YDRZ'],
  ['an empty object', {}],
  ['a getSign that is a text', { getSign: `${APP_ID}1` }],
  ['a getSign that gives a promise', { getSign: async () => '' }],
])('%s is not a script of the HTTPS edition', (_what, ydrz) => {
  expect(isHttpsScript(ydrz as VendorYdrz, APP_ID)).toBe(false)
})

test('an app id that is no app id is not passed to the script, and decides nothing', () => {
  const ydrz = httpsIdsAtGetSign(new Platform())
  const getSign = jest.spyOn(ydrz, 'getSign')
  expect(isHttpsScript(ydrz, 'shop')).toBe(false)
  expect(getSign).not.toHaveBeenCalled()
  expect(isHttpsScript(ydrz, APP_ID)).toBe(true)
})

test.each(['', `${APP_ID}1undefinedundefinedundefined1.0`])(
  'a script that is not ready, and returns %j, is asked again',
  (early) => {
    const script = httpsIdsAtGetSign(new Platform())
    const getSign = jest.fn(script.getSign).mockReturnValueOnce(early)
    const ydrz = { ...script, getSign }
    expect([isHttpsScript(ydrz, APP_ID), isHttpsScript(ydrz, APP_ID)]).toEqual([false, true])
  },
)

test('a script that returns a promise speaks no edition, and its rejection is not left unhandled', async () => {
  const unhandled = jest.fn()
  process.once('unhandledRejection', unhandled)
  const ydrz = { getSign: () => Promise.reject(new Error('later')), getTokenInfo: () => undefined }
  expect(isHttpsScript(ydrz, APP_ID)).toBe(false)
  await new Promise(setImmediate)
  expect(unhandled).not.toHaveBeenCalled()
  process.off('unhandledRejection', unhandled)
})

test('asking while an attempt runs leaves the attempt its ids', async () => {
  const ydrz = httpsIdsAtGetSign(new Platform())
  const attempt = createVendorDriver(ydrz).createAttempt({ appId: APP_ID }, createAbortController().signal)
  if (attempt.image !== null) throw new Error('the script was taken for one of the image edition')
  expect(isHttpsScript(ydrz, APP_ID)).toBe(true)
  await expect(attempt.requestToken(signPreSign(attempt.preSign))).resolves.toMatchObject({
    token: expect.stringMatching(/^token of M/),
  })
})

test('no other text is taken for a pre-sign of the edition', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const ydrz = { getSign: () => APP_ID + text, getTokenInfo: () => undefined }
      expect(isHttpsScript(ydrz, APP_ID)).toBe(false)
    }),
  )
})
