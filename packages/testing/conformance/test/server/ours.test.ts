// Our own business server keeps every rule of the suite.
import { createLocalNumberServer } from '@local-number/server'
import { useLocalNumberApi } from '@local-number/server/koa'
import Koa from 'koa'
import { serverScenarios } from '../../src/server'
import { TIMEOUT_MS } from '../fixtures/server/rules'
import { failuresOfServer, type MakeServer, runSimulator, userControl } from './around'
import { TICKET } from './customer'

runSimulator()

/** It waits for a silent platform a few times; a busy machine gets more. */
const WHOLE_SUITE_MS = 180_000

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

const ours: MakeServer = ({ consentVersion, ...surroundings }) => {
  const server = createLocalNumberServer({
    ...surroundings,
    ticket: { privateKey: TICKET.privateKey, issuer: 'business', audience: 'shop' },
    hashSecret: 'a secret of the tests alone',
    consentVersions: [consentVersion],
    times: { platformTimeoutMs: TIMEOUT_MS },
  })
  const app = new Koa()
  app.silent = true
  useLocalNumberApi(app, server, SILENT)
  return { listener: app.callback(), close: () => server.close() }
}

test(
  'our business server',
  async () => {
    expect(await failuresOfServer(ours)).toEqual({})
  },
  WHOLE_SUITE_MS,
)

test(
  'ours where nothing stands between it and the simulator: faults are the simulator’s own',
  async () => {
    const control = userControl()
    const { id } = await control.addFault({ call: 'verify', effect: { status: 503 }, handset: 'cm-4g', times: null })
    expect(await failuresOfServer(ours, { hasRelay: false })).toEqual({})
    // It is still there to be deleted.
    await control.deleteFault(id)
  },
  WHOLE_SUITE_MS,
)

test('ids and titles are each scenario’s own', () => {
  const ids = serverScenarios.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^@server_[a-z0-9_]+$/.test(id))).toEqual([])
  for (const { title } of serverScenarios) expect(Object.values(title).every(Boolean)).toBe(true)
})
