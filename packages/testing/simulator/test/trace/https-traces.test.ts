// A login of the HTTPS edition on the timeline.
import type { Simulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { createHttpsRequest, hashMd5, obtainHttpsToken, sendHttps, signHttps } from '../support/https'
import { verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const PHONE = '13800138000'

let clock: number
let simulator: Simulator

beforeEach(async () => {
  clock = Date.UTC(2026, 5, 1)
  simulator = await startTestSimulator({ now: () => clock })
})

test('both calls of a login are one trace, with the handset, the number and what was signed', async () => {
  const request = createHttpsRequest(simulator)
  const { token } = await sendHttps(simulator.httpsEditionOrigin, request)
  await verify(simulator, { phone: PHONE, token })
  const [trace, other] = simulator.traces()
  expect(other).toBeUndefined()
  expect(trace).toMatchObject({
    line: 'production',
    handset: 'cm-5g',
    msgId: request.msgId,
    msisdnMasked: '138****8000',
    outcome: 'verified',
    exchanges: [{ call: 'httpsGetMobile' }, { call: 'verify' }],
  })
  const [call] = trace?.exchanges ?? []
  expect(call?.request.fields).toContainEqual({ name: 'traceId', value: request.traceId })
  expect(call?.enrichment).toEqual({ openType: '', insertedMasked: '138****8000', via: 'cm-5g', cause: null })
  expect(call?.preSign?.map(({ name }) => name).join('+')).toBe('appId+businessType+msgId+timestamp+traceId+version')
  expect(call?.md5).toMatchObject({ verified: true, expectedText: expect.stringMatching(/1\.0\(appKey\)$/) })
})

test.each(['A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5', '~'])('no trace contains the appKey %s or the token', async (appKey) => {
  simulator.updateApp(REGISTERED_APP.appId, { appKey })
  const request = createHttpsRequest(simulator)
  const { token } = await sendHttps(simulator.httpsEditionOrigin, { ...request, sign: signHttps(request, appKey) })
  await verify(simulator, { phone: PHONE, token, body: { userInformation: `see ${token}` } })
  const sign = hashMd5(`${appKey}${request.appId}5${request.msgId}${request.timestamp}${request.traceId}1.0`)
  await sendHttps(simulator.httpsEditionOrigin, { ...request, sign })
  const [verified, , refused] = simulator.traces()[0]?.exchanges ?? []
  expect(verified?.md5).toMatchObject({ verified: true })
  expect(refused?.md5).toMatchObject({
    verified: false,
    reason: 'otherOrder',
    foundParts: expect.arrayContaining([{ name: 'appKey', value: '(appKey)' }]),
  })
  const shown = JSON.stringify(simulator.traces())
  expect(shown).not.toContain(appKey)
  expect(shown).not.toContain(token)
})

test('a token in any field is masked', async () => {
  const token = await obtainHttpsToken(simulator)
  await sendHttps(simulator.httpsEditionOrigin, createHttpsRequest(simulator, { userInformation: token }))
  expect(JSON.stringify(simulator.traces())).not.toContain(token)
})

test('a login without a verify call is unfinished once its token has expired', async () => {
  await obtainHttpsToken(simulator)
  clock += 120_000
  expect(simulator.traces()[0]?.outcome).toBe('underWay')
  clock += 1
  expect(simulator.traces()[0]?.outcome).toBe('unfinished')
})

test('the terminal shows the ids of the flat message', async () => {
  const shown: string[] = []
  simulator = await startTestSimulator({
    onMessage: ({ call, appId, msgId }) => shown.push(`${call} ${appId} ${msgId}`),
  })
  const request = createHttpsRequest(simulator)
  await sendHttps(simulator.httpsEditionOrigin, request)
  expect(shown).toEqual([`httpsGetMobile ${request.appId} ${request.msgId}`])
})
