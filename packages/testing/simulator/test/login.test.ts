// A complete login over HTTP: its answers, and the messages about it.
import { PATHS } from '@local-number/protocol'
import type { MessageRecord } from '../src'
import {
  createAttempt,
  createVerifyRequest,
  getToken,
  obtainToken,
  post,
  retrieveNumber,
  verify,
} from './support/phone'
import { startTestSimulator } from './support/start'

const PHONE = '13800138000'

test('verify answers 000 for the SIM’s number and 001 for another one', async () => {
  const simulator = await startTestSimulator()
  expect(await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })).toBe('000')
  expect(await verify(simulator, { phone: '13900139000', token: await obtainToken(simulator.origin) })).toBe('001')
})

test('the answer of verify echoes the ids of the request', async () => {
  const simulator = await startTestSimulator()
  const request = createVerifyRequest(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })
  const { version: _, ...ids } = request.header
  expect(await post(`${simulator.origin}${PATHS.verify}`, request)).toEqual({
    header: { ...ids, resultCode: '000' },
    body: { resultDesc: '本机号码', message: '', expandParams: '' },
  })
})

test('onMessage receives every message with its ids, without phone numbers and tokens', async () => {
  const messages: MessageRecord[] = []
  const simulator = await startTestSimulator({ onMessage: (message) => messages.push(message) })
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const { token } = await getToken(simulator.origin, ids)
  await verify(simulator, { phone: PHONE, token })
  const shared = { line: 'production', appId: ids.appId, msisdnMasked: '138****8000', ms: expect.any(Number) }
  expect(messages).toMatchObject([
    { ...shared, call: 'getMobile', handset: 'cm-5g', outerCode: '000000', innerCode: '000000', msgId: ids.msgId },
    { ...shared, call: 'getToken', handset: 'cm-5g', outerCode: '000000', innerCode: '000000', msgId: ids.msgId },
    { ...shared, call: 'verify', handset: null, outerCode: '000', innerCode: '000', retrievalMsgId: ids.msgId },
  ])
  expect(JSON.stringify(messages)).not.toMatch(new RegExp(`${PHONE}|${token}`))
})

test('onMessage receives refused verify calls with their login’s msgId, and dropped connections', async () => {
  const messages: MessageRecord[] = []
  const simulator = await startTestSimulator({ onMessage: (message) => messages.push(message) })
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const { token } = await getToken(simulator.origin, ids)
  await verify(simulator, { phone: PHONE, token, body: { userInformation: 'other' } })
  expect(messages.at(-1)).toMatchObject({ call: 'verify', innerCode: '120020', retrievalMsgId: ids.msgId })

  simulator.setActiveHandset('offline')
  const dropped = createAttempt()
  await expect(retrieveNumber(simulator.origin, dropped)).rejects.toThrow('fetch failed')
  const { msgId } = dropped
  expect(messages.at(-1)).toMatchObject({ call: 'getMobile', handset: 'offline', outerCode: '0', msgId })
})

test('onMessage does not receive malformed ids', async () => {
  const messages: MessageRecord[] = []
  const simulator = await startTestSimulator({ onMessage: (message) => messages.push(message) })
  await retrieveNumber(simulator.origin, createAttempt({ msgId: 'a\nb' }))
  expect(messages).toMatchObject([{ innerCode: '130030', msgId: '' }])
})
