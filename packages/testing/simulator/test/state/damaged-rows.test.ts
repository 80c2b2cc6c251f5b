// A damaged row is reported at the start like a damaged file: not as an internal error of some request.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { startSimulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { createAttempt, obtainToken, retrieveNumber } from '../support/phone'

let folder: string
let file: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-damage-'))
  file = join(folder, 'simulator.sqlite')
  const simulator = await startSimulator({ apps: [REGISTERED_APP], database: file })
  simulator.fault({ call: 'getToken', effect: { status: 503 }, times: 5, handset: 'ct-5g' })
  simulator.clock.advance(1000)
  await retrieveNumber(simulator.origin, createAttempt())
  await obtainToken(simulator.origin)
  await simulator.stop()
})

afterEach(() => rmSync(folder, { recursive: true }))

const APP = "UPDATE document SET json = json_set(json, '$.customerPublicKeys', json('[\"AAAA\"]')) WHERE kind = 'app'"
const setting = (id: string, json: string) =>
  `INSERT OR REPLACE INTO document (kind, id, json) VALUES ('setting', '${id}', '${json}')`

test.each([
  ['an app that is no JSON', "UPDATE document SET json = '{' WHERE kind = 'app'"],
  ['an app that is a list', "UPDATE document SET json = '[]' WHERE kind = 'app'"],
  ['an app without its fields', "UPDATE document SET json = '{}' WHERE kind = 'app'"],
  ['an app whose key is no key', APP],
  ['an app with another id than its row', "UPDATE document SET id = '300011877400' WHERE kind = 'app'"],
  ['a handset without its fields', "UPDATE document SET json = '{}' WHERE kind = 'handset' AND id = 'cm-4g'"],
  ['a handset that is null', "UPDATE document SET json = 'null' WHERE kind = 'handset' AND id = 'cm-4g'"],
  [
    'a handset whose number is none',
    "UPDATE document SET json = json_set(json, '$.msisdn', '1') WHERE kind = 'handset' AND id = 'cm-4g'",
  ],
  ['an active handset that does not exist', setting('activeHandset', '"nobody"')],
  ['an active handset that is a number', setting('activeHandset', '5')],
  ['a clock that is no number', setting('clockOffsetMs', '"soon"')],
  ['a clock beyond every date', setting('clockOffsetMs', '1e300')],
  ['faults that are no list', setting('faults', '{}')],
  ['a fault without its fields', setting('faults', '[{}]')],
  ['handset slots that are no numbers', setting('handsetSlots', '{"cm-4g":"first"}')],
  ['a list of earlier starts that is none', setting('seeded', '{"apps":1}')],
  ['a retrieval that is no JSON', "UPDATE retrieval SET json = '{'"],
  ['a retrieval that is no object', "UPDATE retrieval SET json = '[]'"],
  ['a token that is no object', "UPDATE token SET json = '1'"],
  ['a token without its number', "UPDATE token SET json = '{}'"],
  ['a trace that is no object', "UPDATE trace SET json = 'null'"],
  ['an exchange that is no object', "UPDATE exchange SET json = '[]'"],
])('%s is reported as a damaged database, at every start', async (_, sql) => {
  const database = new Database(file)
  database.exec(sql)
  database.close()
  for (let tries = 0; tries < 2; tries += 1) {
    const starting = startSimulator({ apps: [REGISTERED_APP], database: file })
    starting.then((simulator) => simulator.stop()).catch(() => undefined)
    await expect(starting).rejects.toMatchObject({
      name: 'SimulatorError',
      code: 'databaseUnusable',
      message: expect.stringContaining('give another file, or move this one away'),
    })
  }
})

test('a sound database is opened again', async () => {
  const simulator = await startSimulator({ apps: [REGISTERED_APP], database: file })
  expect(simulator.traces()).toHaveLength(2)
  await simulator.stop()
})
