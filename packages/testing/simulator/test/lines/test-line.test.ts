// The test line: simulated number taking, and nothing shared with production.
import type { Simulator } from '../../src'
import { listMagicNumbers } from '../../src/platform/magic-numbers'
import { REGISTERED_APP } from '../support/customer'
import { createAttempt, type Fields, getToken, obtainToken, retrieveNumber, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const PHONE = '18818888888'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator({ activeHandset: 'offline' })
})

async function testToken(): Promise<string> {
  const ids = createAttempt()
  await retrieveNumber(simulator.testLineOrigin, ids, { expandParams: `callType=6005|phoneNum=${PHONE}` })
  return (await getToken(simulator.testLineOrigin, ids)).token
}

test('the number is the one in expandParams, whatever the handset does', async () => {
  expect(await verify(simulator, { phone: PHONE, token: await testToken() }, simulator.testLineOrigin)).toBe('000')
})

test.each<[string, Fields, string]>([
  ['phoneNum is missing', { expandParams: 'callType=6005' }, '130010'],
  ['phoneNum is no number', { expandParams: 'phoneNum=188185*****' }, '130030'],
  ['phoneNum is a number that no mainland mobile has', { expandParams: 'phoneNum=12012345678' }, '130030'],
  ['phoneNum is written as people write it', { expandParams: 'phoneNum=188 1888 8888' }, '130030'],
  ['phoneNum is the magic number of a code', { expandParams: 'phoneNum=16001110029' }, '110029'],
  ['openType is 0', { expandParams: `phoneNum=${PHONE}`, openType: '0' }, '130030'],
])('when %s', async (_, over, innerCode) => {
  expect(await retrieveNumber(simulator.testLineOrigin, createAttempt(), over)).toMatchObject({
    outerCode: '500',
    innerCode,
  })
})

test.each(listMagicNumbers())('the magic number $msisdn is taken for one', async ({ msisdn, call, code }) => {
  const over = { expandParams: `callType=6005|phoneNum=${msisdn}` }
  const answered = retrieveNumber(simulator.testLineOrigin, createAttempt(), over)
  if (call === 'getMobile' && code === '0') await expect(answered).rejects.toThrow('fetch failed')
  else expect((await answered).innerCode).toBe(call === 'getMobile' ? code : '000000')
})

test('a token of the test line is unknown to production and the other way round', async () => {
  expect(await verify(simulator, { phone: PHONE, token: await testToken() })).toBe('120020')
  simulator.setActiveHandset('cm-5g')
  const token = await obtainToken(simulator.origin)
  expect(await verify(simulator, { phone: '13800138000', token }, simulator.testLineOrigin)).toBe('120020')
})

test('production does not listen to phoneNum', async () => {
  simulator.setActiveHandset('cm-wifi')
  const over = { expandParams: `callType=6005|phoneNum=${PHONE}` }
  expect((await retrieveNumber(simulator.origin, createAttempt(), over)).innerCode).toBe('111002')
})

test('an app of production alone finds no keys there, and then has no token to verify', async () => {
  simulator.updateApp(REGISTERED_APP.appId, { lines: ['production'] })
  const ids = createAttempt()
  const image = await retrieveNumber(simulator.testLineOrigin, ids, { expandParams: `phoneNum=${PHONE}` })
  const { code, token } = await getToken(simulator.testLineOrigin, ids)
  expect([image.innerCode, code, token]).toEqual(['103605', '103605', ''])
  expect(await verify(simulator, { phone: PHONE, token })).toBe('130010')
})

test('a number that a client writes into a header counts for nothing', async () => {
  const lies = { 'x-up-calling-line-id': PHONE }
  expect((await retrieveNumber(simulator.testLineOrigin, createAttempt(), {}, lies)).innerCode).toBe('130010')
})
