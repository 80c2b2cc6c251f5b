// The test line: simulated number retrieval, and nothing shared with production.
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

async function obtainTestToken(): Promise<string> {
  const ids = createAttempt()
  await retrieveNumber(simulator.testLineOrigin, ids, { expandParams: `callType=6005|phoneNum=${PHONE}` })
  return (await getToken(simulator.testLineOrigin, ids)).token
}

test('the number is that of expandParams, even if the handset is offline', async () => {
  expect(await verify(simulator, { phone: PHONE, token: await obtainTestToken() }, simulator.testLineOrigin)).toBe(
    '000',
  )
})

test.each<[string, Fields, string]>([
  ['phoneNum is missing', { expandParams: 'callType=6005' }, '130010'],
  ['phoneNum is not a number', { expandParams: 'phoneNum=188185*****' }, '130030'],
  ['phoneNum is not a mainland mobile number', { expandParams: 'phoneNum=12012345678' }, '130030'],
  ['phoneNum has spaces', { expandParams: 'phoneNum=188 1888 8888' }, '130030'],
  ['phoneNum is the magic number of a code', { expandParams: 'phoneNum=16001110029' }, '110029'],
  ['openType is 0', { expandParams: `phoneNum=${PHONE}`, openType: '0' }, '130030'],
])('getMobile answers its code when %s', async (_, changes, innerCode) => {
  expect(await retrieveNumber(simulator.testLineOrigin, createAttempt(), changes)).toMatchObject({
    outerCode: '500',
    innerCode,
  })
})

test.each(listMagicNumbers())('the magic number $msisdn works on the test line', async ({ msisdn, call, code }) => {
  const changes = { expandParams: `callType=6005|phoneNum=${msisdn}` }
  const answer = retrieveNumber(simulator.testLineOrigin, createAttempt(), changes)
  if (call === 'getMobile' && code === '0') await expect(answer).rejects.toThrow('fetch failed')
  else expect((await answer).innerCode).toBe(call === 'getMobile' ? code : '000000')
})

test('tokens of the test line and of production are unknown to each other', async () => {
  expect(await verify(simulator, { phone: PHONE, token: await obtainTestToken() })).toBe('120020')
  simulator.setActiveHandset('cm-5g')
  const token = await obtainToken(simulator.origin)
  expect(await verify(simulator, { phone: '13800138000', token }, simulator.testLineOrigin)).toBe('120020')
})

test('production ignores phoneNum', async () => {
  simulator.setActiveHandset('cm-wifi')
  const changes = { expandParams: `callType=6005|phoneNum=${PHONE}` }
  expect((await retrieveNumber(simulator.origin, createAttempt(), changes)).innerCode).toBe('111002')
})

test('an app of production only is answered with 103605', async () => {
  simulator.updateApp(REGISTERED_APP.appId, { lines: ['production'] })
  const ids = createAttempt()
  const image = await retrieveNumber(simulator.testLineOrigin, ids, { expandParams: `phoneNum=${PHONE}` })
  const { code, token } = await getToken(simulator.testLineOrigin, ids)
  expect([image.innerCode, code, token]).toEqual(['103605', '103605', ''])
  expect(await verify(simulator, { phone: PHONE, token })).toBe('130010')
})

test('a forged number header is ignored', async () => {
  const forged = { 'x-up-calling-line-id': PHONE }
  expect((await retrieveNumber(simulator.testLineOrigin, createAttempt(), {}, forged)).innerCode).toBe('130010')
})
