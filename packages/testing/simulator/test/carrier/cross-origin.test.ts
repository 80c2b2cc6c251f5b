// Pages of any origin may call getToken by a CORS-simple request. Whether the carrier answers a preflight is unknown,
// so the simulator does only when told to (protocol.md §4).
import { PATHS } from '@local-number/protocol'
import { createHttpsRequest, H5 } from '../support/https'
import { createAttempt, createTokenRequest, retrieveNumber } from '../support/phone'
import { startTestSimulator } from '../support/start'

const ORIGIN = { origin: 'http://localhost:10086' }
const PREFLIGHT = {
  method: 'OPTIONS',
  headers: {
    ...ORIGIN,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  },
}

test('a simple request of a page is answered for every origin', async () => {
  const simulator = await startTestSimulator()
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const body = JSON.stringify(createTokenRequest(ids))
  const response = await fetch(`${simulator.origin}${PATHS.getToken}`, { method: 'POST', headers: ORIGIN, body })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(await response.json()).toMatchObject({ header: { resultCode: '000000' } })
})

test('a page of any origin reads the answer of the HTTPS edition', async () => {
  const simulator = await startTestSimulator()
  const body = JSON.stringify(createHttpsRequest(simulator, H5))
  const url = `${simulator.httpsEditionOrigin}${PATHS.httpsGetMobile}`
  const response = await fetch(url, { method: 'POST', headers: ORIGIN, body })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(await response.json()).toMatchObject({ body: { resultCode: '103000' } })
})

const LINES = ['origin', 'testLineOrigin', 'httpsEditionOrigin', 'httpsEditionTestLineOrigin'] as const

describe.each(LINES)('at the %s', (line) => {
  test.each(Object.entries(PATHS))('a preflight of %s is not answered by default', async (_, path) => {
    const simulator = await startTestSimulator()
    const { status, headers } = await fetch(`${simulator[line]}${path}`, PREFLIGHT)
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-headers')]).toEqual([
      405,
      null,
      null,
    ])
  })

  test('answerPreflight answers a preflight of the calls that pages make, and of no other call', async () => {
    const simulator = await startTestSimulator({ answerPreflight: true })
    for (const path of [PATHS.getToken, PATHS.httpsGetMobile]) {
      const { status, headers } = await fetch(`${simulator[line]}${path}`, PREFLIGHT)
      expect(status).toBe(204)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-headers')).toBe('content-type')
    }
    const verify = await fetch(`${simulator[line]}${PATHS.verify}`, PREFLIGHT)
    expect(verify.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('the preflight of a phone route is answered as before', async () => {
  const simulator = await startTestSimulator()
  const { status, headers } = await fetch(`${simulator.origin}/_sim/handsets/active`, PREFLIGHT)
  expect([status, headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN.origin])
})
