// Our client SDK keeps every rule of the suite.
import { createMiniProgramYdrz, type WxLike } from '@local-number/jssdk/miniprogram'
import { clientScenarios } from '../../src/client'
import type { Client } from '../../src/client/client'
import { openOurHttpsClient } from '../fixtures/client/https-client'
import { findFailures } from '../support/failures'
import { forwardRejections } from '../support/rejections'

forwardRejections()

test('our client SDK fails no scenario', async () => {
  const open = (wx: object) => createMiniProgramYdrz(wx as WxLike) as Client
  expect(await findFailures(clientScenarios, { open, openHttps: openOurHttpsClient }, ['https'])).toEqual({})
})

test('our mini-program SDK fails no scenario as one object for all pages that uses the global wx', async () => {
  const global = new Proxy({} as WxLike, { get: (_, name) => Reflect.get(Reflect.get(globalThis, 'wx'), name) })
  const client = createMiniProgramYdrz(global) as Client
  expect(await findFailures(clientScenarios, { open: () => client })).toEqual({})
})

test('every scenario has an id of its own and titles in both languages', () => {
  const ids = clientScenarios.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^@sdk_[a-z_]+$/.test(id))).toEqual([])
  for (const { title } of clientScenarios) expect(Object.values(title).every(Boolean)).toBe(true)
})
