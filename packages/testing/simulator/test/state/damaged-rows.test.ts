// A damaged row is reported at the start like a damaged file: not as an internal error of some request.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { startSimulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { obtainHttpsToken } from '../support/https'
import { createAttempt, obtainToken, retrieveNumber, verify } from '../support/phone'

let folder: string
let sound: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-damage-'))
  sound = join(folder, 'sound.sqlite')
  file = join(folder, 'simulator.sqlite')
  const simulator = await startSimulator({ apps: [REGISTERED_APP], database: sound })
  simulator.fault({ call: 'getToken', effect: { status: 503 }, times: 5, handset: 'ct-5g' })
  simulator.clock.advance(1000)
  await retrieveNumber(simulator.origin, createAttempt())
  const token = await obtainToken(simulator.origin)
  await verify(simulator, { phone: '13800138000', token })
  await obtainHttpsToken(simulator)
  await simulator.stop()
})

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => copyFileSync(sound, file))

function change(sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

async function expectDamage(place: string): Promise<void> {
  for (let tries = 0; tries < 2; tries += 1) {
    const starting = startSimulator({ apps: [REGISTERED_APP], database: file })
    starting.then((simulator) => simulator.stop()).catch(() => undefined)
    await expect(starting).rejects.toMatchObject({
      name: 'SimulatorError',
      code: 'databaseUnusable',
      problem: expect.stringContaining(`cannot be used (table ${place}`),
      message: expect.stringContaining('give another file, or move this one away'),
    })
  }
}

const setting = (id: string, json: string) =>
  `INSERT OR REPLACE INTO document (kind, id, json) VALUES ('setting', '${id}', '${json}')`
const setJson = (table: string, path: string, json: string) =>
  `UPDATE ${table} SET json = json_set(json, '${path}', json('${json}'))`
const setHandset = (path: string, json: string) => `${setJson('document', path, json)} WHERE id = 'cm-4g'`
const setApp = (path: string, json: string) => `${setJson('document', path, json)} WHERE kind = 'app'`
const VERIFY = "WHERE json_extract(json, '$.call') = 'verify'"

test.each([
  ['an app that is no JSON', "UPDATE document SET json = '{' WHERE kind = 'app'", 'document, row 1, json: is not JSON'],
  ['an app that is a list', "UPDATE document SET json = '[]' WHERE kind = 'app'", 'document, row 1, json: '],
  ['an app without its fields', "UPDATE document SET json = '{}' WHERE kind = 'app'", 'document, row 1, json.'],
  [
    'an app whose key is no key',
    setApp('$.customerPublicKeys', '["AAAA"]'),
    'document, row 1, json.customerPublicKeys',
  ],
  [
    'an app with another id than its row',
    "UPDATE document SET id = '300011877400' WHERE kind = 'app'",
    'document, row 1, id: differs',
  ],
  ['a handset without its fields', "UPDATE document SET json = '{}' WHERE id = 'cm-4g'", 'document, row '],
  ['a handset that is null', "UPDATE document SET json = 'null' WHERE id = 'cm-4g'", 'document, row '],
  ['a handset whose number is none', setHandset('$.msisdn', '"1"'), 'document, row '],
  ['a handset without its system', setHandset('$.os', 'null'), 'document, row '],
  ['a handset on the hotspot of a missing one', setHandset('$.hotspot', '"nobody"'), 'document, row '],
  [
    'a handset whose id is none',
    `UPDATE document SET id = 'A B', json = json_set(json, '$.id', 'A B') WHERE id = 'cm-4g'`,
    'document, row ',
  ],
  ['an unknown kind of document', "UPDATE document SET kind = 'phone' WHERE id = 'cm-4g'", 'document, row '],
  ['bytes for an id', "UPDATE document SET id = x'00' WHERE id = 'seeded'", 'document, row '],
  ['an active handset that does not exist', setting('activeHandset', '"nobody"'), 'document, row '],
  ['an active handset that is a number', setting('activeHandset', '5'), 'document, row '],
  ['no setting of the active handset', "DELETE FROM document WHERE id = 'activeHandset'", 'document: the setting a'],
  ['no row of the active handset', "DELETE FROM document WHERE id = 'cm-5g'", 'document, row '],
  ['no row of any handset', "DELETE FROM document WHERE kind = 'handset'", 'document, row '],
  ['no list of earlier starts', "DELETE FROM document WHERE id = 'seeded'", 'document: the setting seeded'],
  ['a clock that is no number', setting('clockOffsetMs', '"soon"'), 'document, row '],
  ['a clock beyond every date', setting('clockOffsetMs', '1e300'), 'document, row '],
  ['a clock beyond the year 9999', setting('clockOffsetMs', '9007199254740991'), 'document, row '],
  ['a clock before the year 1970', setting('clockOffsetMs', '-9007199254740991'), 'document, row '],
  ['a customer’s key that is none', setting('demoCustomer', '{"privateKey":"A","publicKey":"A"}'), 'document, row '],
  ['faults that are no list', setting('faults', '{}'), 'document, row '],
  ['a fault without its fields', setting('faults', '[{}]'), 'document, row '],
  [
    'a fault of a missing handset',
    `${setJson('document', '$[0].handset', '"nobody"')} WHERE id = 'faults'`,
    'document, row ',
  ],
  ['handset slots that are no numbers', setting('handsetSlots', '{"cm-4g":"first"}'), 'document, row '],
  ['a handset slot beyond every port', setting('handsetSlots', '{"cm-4g":70000}'), 'document, row '],
  ['two handsets in one slot', setting('handsetSlots', '{"cm-4g":1,"cm-5g":1}'), 'document, row '],
  ['text messages without their fields', setting('textMessages', '[{"id":"1"}]'), 'document, row '],
  ['a list of earlier starts that is none', setting('seeded', '{"apps":1}'), 'document, row '],
  ['a retrieval that is no JSON', "UPDATE retrieval SET json = '{'", 'retrieval, row 1, json: is not JSON'],
  ['a retrieval that is no object', "UPDATE retrieval SET json = '[]'", 'retrieval, row 1, json: '],
  ['a retrieval of text as a date', "UPDATE retrieval SET retrieved_at = 'now'", 'retrieval, row 1, retrieved_at: '],
  ['a retrieval of another line', "UPDATE retrieval SET line = 'x'", 'retrieval, row 1, line: '],
  ['a retrieval of another app', "UPDATE retrieval SET app_id = 'x'", 'retrieval, row 1, app_id: differs from appId'],
  ['a retrieval in the last row', 'UPDATE retrieval SET rowid = 9223372036854775807', 'retrieval, row '],
  ['a token that is no object', "UPDATE token SET json = '1'", 'token, row 1, json: '],
  ['a token without its number', "UPDATE token SET json = '{}'", 'token, row 1, json.appId: '],
  ['a token of text as a date', "UPDATE token SET issued_at = 'soon'", 'token, row 1, issued_at: '],
  ['a token before 1970', 'UPDATE token SET issued_at = -1', 'token, row 1, issued_at: '],
  ['a token that was spent at no date', "UPDATE token SET spent_at = 'x'", 'token, row 1, spent_at: '],
  ['a token of another number', "UPDATE token SET msisdn = '13900139000'", 'token, row 1, msisdn: differs'],
  ['a token that is empty', "UPDATE token SET token = '' WHERE rowid = 2", 'token, row 2, token: '],
  ['a token without a business type', setJson('token', '$.businessType', '5'), 'token, row 1, json.businessType: '],
  ['a check at no date', "UPDATE number_check SET checked_at = 'x'", 'number_check, row 1, checked_at: '],
  ['a check before 1970', 'UPDATE number_check SET checked_at = -5', 'number_check, row 1, checked_at: '],
  ['a check of no number', "UPDATE number_check SET msisdn = 'x'", 'number_check, row 1, msisdn: '],
  ['a trace that is no object', "UPDATE trace SET json = 'null'", 'trace, row 1, json: '],
  ['a trace without a count of its calls', setJson('trace', '$.exchanges', '"x"'), 'trace, row 1, json.exchanges: '],
  ['a trace with another outcome', setJson('trace', '$.outcome', '"maybe"'), 'trace, row 1, json.outcome: '],
  ['a trace of another login', "UPDATE trace SET msg_id = 'x'", 'trace, row 1, msg_id: '],
  ['a trace in the last row', 'UPDATE trace SET seq = 9223372036854775807 WHERE seq = 2', 'trace, row '],
  ['an exchange that is no object', "UPDATE exchange SET json = '[]'", 'exchange, row 1, json: '],
  ['an exchange of a call alone', `UPDATE exchange SET json = '{"call":"getMobile"}'`, 'exchange, row 1, json.seq: '],
  ['an exchange of no call', setJson('exchange', '$.call', '"other"'), 'exchange, row 1, json.call: '],
  ['an exchange in the last row', 'UPDATE exchange SET seq = 9223372036854775807 WHERE seq = 1', 'exchange, row '],
  [
    'an exchange of a missing trace',
    "PRAGMA foreign_keys = OFF; UPDATE exchange SET trace_id = 'x'",
    'exchange, row 1, trace_id: ',
  ],
  ['an exchange without its fields', setJson('exchange', '$.request.fields', '[1]'), 'exchange, row 1, json.request.f'],
  [
    'an exchange with an unknown cause',
    setJson('exchange', '$.answer.cause', '"bad"'),
    'exchange, row 1, json.answer.c',
  ],
  [
    'an exchange with an unknown reason',
    `${setJson('exchange', '$.phoneNum', '{"opened":1}')} ${VERIFY}`,
    'exchange, row ',
  ],
  ['an exchange with half a signature', `${setJson('exchange', '$.signature.key', '1')} ${VERIFY}`, 'exchange, row '],
  ['an exchange with an empty fault', setJson('exchange', '$.faults', '[{}]'), 'exchange, row 1, json.faults[0]: '],
])('%s is reported as a damaged database, at every start', async (_, sql, place) => {
  change(sql)
  await expectDamage(place)
})

test('the report of a damaged row repeats neither its contents nor its id', async () => {
  change(`UPDATE document SET json = json_set(json, '$.msisdn', 'secret') WHERE id = 'cm-4g'`)
  const starting = startSimulator({ database: file })
  await expect(starting).rejects.toMatchObject({ message: expect.not.stringMatching(/secret|cm-4g/) })
})

test('a sound database is opened again', async () => {
  const simulator = await startSimulator({ apps: [REGISTERED_APP], database: file })
  expect(simulator.traces()).toHaveLength(3)
  await simulator.stop()
})
