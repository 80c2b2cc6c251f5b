// Our own client SDK keeps every rule of the suite.
import { createMiniProgramYdrz, type WxLike } from '@local-number/jssdk/miniprogram'
import { clientScenarios } from '../../src/client'
import type { Client } from '../../src/client/client'
import { failuresOf } from '../support/failing'
import { hearRejections } from './real-process'

hearRejections()

test('our mini-program SDK', async () => {
  const open = (wx: object) => createMiniProgramYdrz(wx as WxLike) as Client
  expect(await failuresOf(clientScenarios, { open })).toEqual({})
})

test('the same as one object that serves every page, and finds wx where mini-programs do', async () => {
  const global = new Proxy({} as WxLike, { get: (_, name) => Reflect.get(Reflect.get(globalThis, 'wx'), name) })
  const client = createMiniProgramYdrz(global) as Client
  expect(await failuresOf(clientScenarios, { open: () => client })).toEqual({})
})

test('ids and titles are each scenario’s own', () => {
  const ids = clientScenarios.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^@sdk_[a-z_]+$/.test(id))).toEqual([])
  for (const { title } of clientScenarios) expect(Object.values(title).every(Boolean)).toBe(true)
})
