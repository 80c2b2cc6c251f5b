// The carrier's own older H5 script: an XHR without a content type, and the Math.random() of its msgId as a JSON number
// (protocol.md §4). A platform accepts the carrier's own script.
import { PATHS } from '@local-number/protocol'
import { type Answer, createAttempt, createTokenRequest, createVerifyRequest, retrieveNumber } from '../support/phone'
import { startTestSimulator } from '../support/start'

const REFERER = { referer: 'https://shop.example/login' }
const GUID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301'
const createH5Attempt = (msgId: string) => createAttempt({ msgId, uuid: GUID, wxappid: undefined })

/** Quotes of these fields' values are left out, as `JSON.stringify` does with a number. */
function writeAsNumbers(message: object, names: readonly string[]): string {
  return names.reduce(
    (text, name) => text.replace(new RegExp(`"${name}":"([^"]*)"`), `"${name}":$1`),
    JSON.stringify(message),
  )
}

async function post(url: string, body: string | Blob, contentType?: string): Promise<Answer> {
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType }
  return (await (await fetch(url, { method: 'POST', headers, body })).json()) as Answer
}

test.each([
  ['the content type that a browser adds to a text', 'text/plain;charset=UTF-8'],
  ['no content type', undefined],
  ['the content type of a form', 'application/x-www-form-urlencoded'],
  ['the content type of a binary', 'application/octet-stream'],
  ['a content type that is none', 'json'],
  ['the content type of JSON', 'application/json'],
])('getToken takes a msgId that is a JSON number, with %s', async (_, contentType) => {
  const simulator = await startTestSimulator()
  const ids = createH5Attempt('0.8412345678901234')
  await retrieveNumber(simulator.origin, ids, {}, REFERER)
  const body = writeAsNumbers(createTokenRequest(ids), ['msgId'])
  const answer = await post(`${simulator.origin}${PATHS.getToken}`, new Blob([body]), contentType)
  expect(answer.header).toMatchObject({ resultCode: '000000', msgId: ids.msgId })
})

test.each(['0.5', '0.123456789012345', '0.8412345678901234567', '9.313225746154785e-10', '1e-7'])(
  'getToken takes the number %s of Math.random() as its text',
  async (msgId) => {
    const simulator = await startTestSimulator()
    const ids = createH5Attempt(msgId)
    expect(await retrieveNumber(simulator.origin, ids, {}, REFERER)).toMatchObject({ innerCode: '000000' })
    const body = writeAsNumbers(createTokenRequest(ids), ['msgId'])
    const answer = await post(`${simulator.origin}${PATHS.getToken}`, body)
    expect(answer.header).toMatchObject({ resultCode: '000000', msgId })
  },
)

test('getToken keeps every digit of a number that JavaScript would round', async () => {
  const simulator = await startTestSimulator()
  const ids = createAttempt({ timestamp: '20260601120000123' })
  await retrieveNumber(simulator.origin, ids)
  const body = writeAsNumbers(createTokenRequest(ids), ['timestamp', 'appId', 'version'])
  const { header } = await post(`${simulator.origin}${PATHS.getToken}`, body)
  expect(header).toMatchObject({ resultCode: '000000', timestamp: '20260601120000123' })
})

test('digits and quotes inside of a text are not taken for numbers', async () => {
  const simulator = await startTestSimulator()
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const request = createTokenRequest(ids, { body: { expandParams: 'callType=6006|a=\\"1\\\\": 2, "b": 3' } })
  const { header } = await post(`${simulator.origin}${PATHS.getToken}`, JSON.stringify(request), 'text/plain')
  expect(header.resultCode).toBe('000000')
})

test('verify takes numbers and any content type, too', async () => {
  const simulator = await startTestSimulator()
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const { body } = await post(`${simulator.origin}${PATHS.getToken}`, JSON.stringify(createTokenRequest(ids)))
  const request = createVerifyRequest(simulator, { phone: '13800138000', token: body.token ?? '' })
  const text = writeAsNumbers(request, ['timestamp', 'appId', 'version'])
  expect((await post(`${simulator.origin}${PATHS.verify}`, text, 'text/plain')).header.resultCode).toBe('000')
})

test.each([
  ['a form', 'header=1&body=2', 'application/x-www-form-urlencoded'],
  ['a number', '1', 'text/plain'],
  ['a list', '[1]', 'text/plain'],
  ['two objects', '{}{}', 'text/plain'],
])('a body that is %s is still answered 130032', async (_, body, type) => {
  const simulator = await startTestSimulator()
  expect((await post(`${simulator.origin}${PATHS.getToken}`, body, type)).header.resultCode).toBe('130032')
})

test('the admin API and the phone routes still take JSON by its content type alone', async () => {
  const simulator = await startTestSimulator()
  for (const origin of [simulator.adminOrigin, simulator.origin]) {
    const init = { method: 'PUT', body: '{"id":"cm-4g"}' }
    expect((await fetch(`${origin}/_sim/handsets/active`, init)).status).toBe(400)
  }
})
