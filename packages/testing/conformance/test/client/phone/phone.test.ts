// The phone leaves everything as it was, whatever the client SDK does on it.
import type { Client } from '../../../src/client'
import { APP_ID, onPhone } from '../../../src/client/phone/phone'
import { Unmet } from '../../../src/scenario'

const IDLE: Client = {
  getConnection: () => undefined,
  getImgSrc: () => 'http://www.cmpassport.com/?a=1',
  getSign: () => '',
  getTokenInfo: () => undefined,
}

const globalsNow = () => [Date, setTimeout, clearTimeout, fetch, Reflect.get(globalThis, 'wx')]

test('on the phone, wx is global and nothing but wx reaches a network', async () => {
  await onPhone({ open: () => IDLE }, {}, () => {
    expect(Reflect.get(globalThis, 'wx')).toHaveProperty('getSystemInfoSync')
    expect(typeof fetch).toBe('undefined')
    expect(typeof Reflect.get(globalThis, 'XMLHttpRequest')).toBe('undefined')
  })
})

test('afterwards the globals are those from before, also when the rule was broken', async () => {
  const before = globalsNow()
  const broken = onPhone({ open: () => IDLE }, {}, () => {
    Reflect.set(globalThis, 'leftBehind', 1)
    throw new Unmet('a rule')
  })
  await expect(broken).rejects.toThrow(Unmet)
  expect(globalsNow()).toEqual(before)
  expect(globalThis).not.toHaveProperty('leftBehind')
})

test('what everybody shares is as it was, whatever the client SDK made of it', async () => {
  const before = Object.getOwnPropertyDescriptor(String.prototype, 'trim')
  const guest = (wx: object) => {
    Object.assign(String.prototype, { md5: () => '', trim: () => '' })
    Object.assign(wx, { request: () => undefined })
    return IDLE
  }
  let changed: string[] = []
  await onPhone({ open: guest }, {}, ({ surroundings }) => {
    changed = surroundings.strayGlobals()
  })
  expect(changed).toEqual(['String.prototype.trim', 'String.prototype.md5', 'wx.request'])
  expect(Object.getOwnPropertyDescriptor(String.prototype, 'trim')).toEqual(before)
  expect('').not.toHaveProperty('md5')
})

test('a method that throws has broken the rule', async () => {
  const throwing = () => {
    throw new TypeError('cannot read properties of undefined')
  }
  for (const method of ['getImgSrc', 'getSign', 'getTokenInfo'] as const) {
    const run = onPhone({ open: () => ({ ...IDLE, [method]: throwing }) }, {}, async (phone) => {
      await phone[method]()
    })
    await expect(run).rejects.toThrow(`${method} must not throw`)
  }
})

test.each([
  ['is no address', 'getMobile.htm'],
  ['names a parameter twice', 'http://a.cn/?msgId=1&msgId=2'],
  ['has broken percent-encoding', 'http://a.cn/?userInformation=%'],
])('an image address that %s has broken the rule', async (_how, address) => {
  const run = onPhone({ open: () => ({ ...IDLE, getImgSrc: () => address }) }, {}, (phone) => void phone.getImgSrc())
  await expect(run).rejects.toThrow(Unmet)
})

test('an attempt that the rule left open is ended, for the next one may be served by the same object', async () => {
  const getTokenInfo = jest.fn()
  await onPhone({ open: () => ({ ...IDLE, getTokenInfo }) }, {}, (phone) => void phone.getSign())
  expect(getTokenInfo).toHaveBeenCalledWith(
    expect.objectContaining({ data: expect.objectContaining({ appId: APP_ID }) }),
  )
})
