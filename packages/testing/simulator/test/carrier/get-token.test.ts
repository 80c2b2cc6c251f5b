// getToken.htm: every code by its real cause.
import { PATHS } from '@local-number/protocol'
import type { Simulator } from '../../src'
import { createAttempt, type Fields, getToken, obtainToken, post, retrieveNumber } from '../support/phone'
import { startTestSimulator } from '../support/start'

let simulator: Simulator
let ids: Fields
const url = () => `${simulator.origin}${PATHS.getToken}`

beforeEach(async () => {
  simulator = await startTestSimulator()
  ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
})

test('getToken answers a token of at least 128 random bits and echoes the ids', async () => {
  const answer = await getToken(simulator.origin, ids)
  expect(answer.header).toMatchObject({ appId: ids.appId, msgId: ids.msgId, timestamp: ids.timestamp })
  expect(answer.token).toMatch(/^[0-9a-f]{32,}$/)
})

test.each(['callType%3D6006%7Cundefined', 'callType=6006|undefined', 'callType=6006', '', undefined])(
  'getToken accepts the expandParams %s',
  async (expandParams) => {
    expect((await getToken(simulator.origin, ids, { body: { expandParams } })).code).toBe('000000')
  },
)

test.each([
  ['the app is unknown', { header: { appId: '300000000000' } }, '110028'],
  ['sign is empty', { body: { sign: '' } }, '130010'],
  ['uuid is missing', { body: { uuid: undefined } }, '130010'],
  ['the timestamp has 14 digits', { header: { timestamp: '20260601120000' } }, '130030'],
  ['callType names the other call', { body: { expandParams: 'callType=6005' } }, '130030'],
  ['the wxappid is another mini-program’s', { body: { wxappid: 'wx10a00cf00000ffff' } }, '110029'],
  ['the sign is of another text', { body: { sign: 'AAAA' } }, '130018'],
  ['another uuid was signed', { body: { uuid: createAttempt().uuid } }, '130018'],
])('getToken answers its code when %s', async (_, changes, code) => {
  expect(await getToken(simulator.origin, ids, changes)).toMatchObject({ code, token: '' })
})

test('getToken answers 130030 unless a number was retrieved under the same ids', async () => {
  expect((await getToken(simulator.origin, createAttempt())).code).toBe('130030')
  expect((await getToken(simulator.origin, { ...ids, uuid: createAttempt().uuid })).code).toBe('130030')
  expect((await getToken(simulator.origin, { ...ids, wxappid: undefined })).code).toBe('130030')
  expect((await getToken(simulator.origin, { ...ids, timestamp: '20260601120000001' })).code).toBe('130030')
  expect((await getToken(simulator.origin, { ...ids, version: '1.1' })).code).toBe('130030')
})

test('one number retrieval yields one token', async () => {
  expect((await getToken(simulator.origin, ids)).code).toBe('000000')
  expect((await getToken(simulator.origin, ids)).code).toBe('130030')
})

test.each([
  ['not JSON', '{"header":', 'application/json'],
  ['empty', '', 'application/json'],
  ['a JSON text', '"hello"', 'application/json'],
  ['a list', '[]', 'application/json'],
])('getToken answers 130032 to a body that is %s', async (_, body, type) => {
  expect((await post(url(), body, type)).header.resultCode).toBe('130032')
})

test('an exchanged msgId yields no second token, even if the image is loaded again by another handset', async () => {
  const simulator = await startTestSimulator()
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  expect(await getToken(simulator.origin, ids)).toMatchObject({ code: '000000' })
  simulator.setActiveHandset('cm-4g')
  expect((await retrieveNumber(simulator.origin, ids)).innerCode).toBe('000000')
  expect(await getToken(simulator.origin, ids)).toMatchObject({ code: '130030', token: '' })
})

test('getToken reads JSON with any charset', async () => {
  expect((await post(url(), '{}', 'application/json; charset=GBK')).header.resultCode).toBe('130010')
})

test('getToken answers 103911 instead of the 31st unused token of a number within ten minutes', async () => {
  let clock = Date.UTC(2026, 5, 1)
  const simulator = await startTestSimulator({ now: () => clock })
  for (let count = 0; count < 30; count += 1) await obtainToken(simulator.origin)
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  expect((await getToken(simulator.origin, ids)).code).toBe('103911')
  clock += 10 * 60_000 + 1
  await retrieveNumber(simulator.origin, ids)
  expect((await getToken(simulator.origin, ids)).code).toBe('000000')
})
