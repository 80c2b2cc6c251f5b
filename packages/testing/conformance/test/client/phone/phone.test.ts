// The phone restores everything that the client SDK changes.
import type { Client } from '../../../src/client'
import { APP_ID, withPhone } from '../../../src/client/phone/phone'
import { Unmet } from '../../../src/scenario'

const IDLE: Client = {
  getConnection: () => undefined,
  getImgSrc: () => 'http://www.cmpassport.com/?a=1',
  getSign: () => '',
  getTokenInfo: () => undefined,
}

const readGlobals = () => [Date, setTimeout, clearTimeout, fetch, Reflect.get(globalThis, 'wx')]

test('wx is a global of the phone, and there is no other access to a network', async () => {
  await withPhone({ open: () => IDLE }, {}, () => {
    expect(Reflect.get(globalThis, 'wx')).toHaveProperty('getSystemInfoSync')
    expect(typeof fetch).toBe('undefined')
    expect(typeof Reflect.get(globalThis, 'XMLHttpRequest')).toBe('undefined')
  })
})

test('globals are restored after a scenario, also if it fails', async () => {
  const before = readGlobals()
  const broken = withPhone({ open: () => IDLE }, {}, () => {
    Reflect.set(globalThis, 'leftBehind', 1)
    throw new Unmet('a rule')
  })
  await expect(broken).rejects.toThrow(Unmet)
  expect(readGlobals()).toEqual(before)
  expect(globalThis).not.toHaveProperty('leftBehind')
})

test('changes to built-ins and wx are listed, and undone after the scenario', async () => {
  const before = Object.getOwnPropertyDescriptor(String.prototype, 'trim')
  const open = (wx: object) => {
    Object.assign(String.prototype, { md5: () => '', trim: () => '' })
    Object.assign(wx, { request: () => undefined })
    return IDLE
  }
  let changed: string[] = []
  await withPhone({ open }, {}, ({ globals }) => {
    changed = globals.listChanges()
  })
  expect(changed).toEqual(['String.prototype.trim', 'String.prototype.md5', 'wx.request'])
  expect(Object.getOwnPropertyDescriptor(String.prototype, 'trim')).toEqual(before)
  expect('').not.toHaveProperty('md5')
})

test('a method that throws fails the scenario', async () => {
  const throwing = () => {
    throw new TypeError('cannot read properties of undefined')
  }
  for (const method of ['getImgSrc', 'getSign', 'getTokenInfo'] as const) {
    const run = withPhone({ open: () => ({ ...IDLE, [method]: throwing }) }, {}, async (phone) => {
      await phone[method]()
    })
    await expect(run).rejects.toThrow(`${method} must not throw`)
  }
})

test.each([
  ['is not absolute', 'getMobile.htm'],
  ['has a parameter twice', 'http://a.cn/?msgId=1&msgId=2'],
  ['has broken percent-encoding', 'http://a.cn/?userInformation=%'],
])('an image address that %s fails the scenario', async (_how, address) => {
  const run = withPhone({ open: () => ({ ...IDLE, getImgSrc: () => address }) }, {}, (phone) => void phone.getImgSrc())
  await expect(run).rejects.toThrow(Unmet)
})

test('an attempt that the scenario left open is ended, because the next scenario may use the same object', async () => {
  const getTokenInfo = jest.fn()
  await withPhone({ open: () => ({ ...IDLE, getTokenInfo }) }, {}, (phone) => void phone.getSign())
  expect(getTokenInfo).toHaveBeenCalledWith(
    expect.objectContaining({ data: expect.objectContaining({ appId: APP_ID }) }),
  )
})
