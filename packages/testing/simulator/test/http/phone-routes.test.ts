import { DEFAULT_HANDSETS, type HandsetPatch, type Simulator } from '../../src'
import { startTestSimulator } from '../support/start'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

async function get<Body = { id: string; msisdnMasked: string | null }>(path: string): Promise<Body> {
  return (await fetch(`${simulator.origin}/_sim${path}`)).json() as Promise<Body>
}

function put(path: string, body: string) {
  return fetch(`${simulator.origin}/_sim/handsets/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  })
}

const activate = (body: string) => put('active', body)

test('a page of this machine can read the active handset with a masked number', async () => {
  const origin = 'http://localhost:10086'
  const response = await fetch(`${simulator.origin}/_sim/handset`, { headers: { origin } })
  expect(response.headers.get('access-control-allow-origin')).toBe(origin)
  expect(await response.json()).toEqual({
    id: 'cm-5g',
    label: '中国移动 5G',
    carrier: 'CM',
    network: '5g',
    msisdnMasked: '138****8000',
    os: 'android',
    osVersion: '14',
    mobileData: false,
    upgradesHttpImages: false,
  })
})

test.each([
  ['ios18-5g', { os: 'ios', osVersion: '18.5', mobileData: false, upgradesHttpImages: true }],
  ['ios18-wifi', { os: 'ios', network: 'wifi', mobileData: false, upgradesHttpImages: true }],
  ['android-wifi-data', { os: 'android', network: 'wifi', mobileData: true, upgradesHttpImages: false }],
  ['no-sim-wifi', { network: 'wifi', msisdnMasked: null, mobileData: false, upgradesHttpImages: false }],
])('the facts of %s tell what the device does', async (id, facts) => {
  simulator.setActiveHandset(id)
  expect(await get('/handset')).toMatchObject(facts)
})

test.each([
  ['ios', '17.7.2', false],
  ['ios', '18', true],
  ['ios', '26.0', true],
  ['android', '18', false],
] as const)('http images of a handset with %s %s are upgraded: %s', async (os, osVersion, upgradesHttpImages) => {
  simulator.updateHandset('cm-5g', { os, osVersion })
  expect(await get('/handset')).toMatchObject({ upgradesHttpImages })
})

test.each([{ osVersion: 'iOS 18' }, { os: 'windows' }, { mobileData: 'yes' }])(
  'a handset with %j is refused',
  (patch) => {
    expect(() => simulator.updateHandset('cm-5g', patch as HandsetPatch)).toThrow(`${Object.keys(patch)[0]} must be`)
  },
)

test('the number of a data-only SIM is null', async () => {
  simulator.setActiveHandset('cm-data-only')
  expect((await get('/handset')).msisdnMasked).toBeNull()
})

test('the list has every handset with its number, its origin and whether it is active', async () => {
  const handsets = await get<{ active: boolean }[]>('/handsets')
  expect(handsets).toHaveLength(DEFAULT_HANDSETS.length)
  expect(handsets[3]).toEqual({
    id: 'cu-5g',
    label: '中国联通 5G',
    msisdn: '18600186000',
    carrier: 'CU',
    network: '5g',
    hotspot: null,
    os: 'android',
    osVersion: '14',
    mobileData: false,
    iot: false,
    blocked: false,
    upgradesHttpImages: false,
    origin: simulator.handsetOrigin('cu-5g'),
    active: false,
  })
  expect(handsets.filter(({ active }) => active)).toMatchObject([{ id: 'cm-5g' }])
})

test('PUT /handsets/active activates another handset', async () => {
  expect((await activate('{"id":"ct-5g"}')).status).toBe(200)
  expect((await get('/handset')).id).toBe('ct-5g')
})

test('a page of this machine may send PUT /handsets/active', async () => {
  const headers = { origin: 'http://localhost:10086', 'access-control-request-method': 'PUT' }
  const preflight = await fetch(`${simulator.origin}/_sim/handsets/active`, { method: 'OPTIONS', headers })
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
})

test.each([
  ['{"id":"missing"}', 404, 'unknownHandset'],
  ['{"id":5}', 400, 'fieldsMalformed'],
  ['{', 400, 'bodyMalformed'],
])('activating %s is refused with %i', async (body, status, code) => {
  const response = await activate(body)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ code })
  expect((await get('/handset')).id).toBe('cm-5g')
})

test('PUT /handsets/:id/network changes the network of one handset', async () => {
  simulator.setActiveHandset('cm-wifi')
  expect((await put('cm-wifi/network', '{"network":"5g"}')).status).toBe(200)
  expect(await get('/handset')).toMatchObject({ id: 'cm-wifi', network: '5g' })
})

test.each([
  ['missing/network', '{"network":"5g"}', 404, 'unknownHandset'],
  ['cm-5g/network', '{"network":"6g"}', 400, 'fieldsMalformed'],
  ['cm-5g/network', '{', 400, 'bodyMalformed'],
])('changing %s to %s is refused with %i', async (path, body, status, code) => {
  const response = await put(path, body)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ code })
  expect((await get('/handset')).id).toBe('cm-5g')
})

test('GET /health answers ok', async () => {
  expect(await get('/health')).toEqual({ status: 'ok' })
})

test('the test line has no phone routes', async () => {
  expect((await fetch(`${simulator.testLineOrigin}/_sim/health`)).status).toBe(404)
})

test('a page of this machine clears the day’s count of checks, and the program that asked for it is told', async () => {
  const onChecksCleared = jest.fn()
  const own = await startTestSimulator({ onChecksCleared })
  const ask = (origin: string) => fetch(`${own.origin}/_sim/checks`, { method: 'DELETE', headers: { origin } })
  expect((await ask('https://elsewhere.example')).status).toBe(403)
  expect(onChecksCleared).not.toHaveBeenCalled()
  expect((await ask('http://localhost:10086')).status).toBe(204)
  expect(onChecksCleared).toHaveBeenCalledTimes(1)
})
