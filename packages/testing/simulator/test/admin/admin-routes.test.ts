// The admin API over HTTP: changes take effect at once, and a refusal changes nothing.
import { generateKeyPairSync } from 'node:crypto'
import {
  type AdminError,
  type AppView,
  DEMO_APP,
  type Fault,
  type HandsetView,
  type Simulator,
  type SimulatorState,
} from '../../src'
import { CUSTOMER_PRIVATE_KEY, CUSTOMER_PUBLIC_KEY } from '../support/customer'
import { createAttempt, obtainToken, retrieveNumber, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

async function send<Body = Record<string, unknown>>(method: string, path: string, body?: unknown) {
  const response = await fetch(`${simulator.adminOrigin}/_sim${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Body }
}

const HANDSET = { id: 'mine', label: 'Mine', msisdn: null, carrier: 'CM', network: '4g' }

const state = async () => (await send<SimulatorState>('GET', '/state')).body

describe('apps', () => {
  const NEW = { appId: '300011877499', appKey: 'B'.repeat(32) }

  test('POST /apps registers an app with its defaults and generates a platform key', async () => {
    const { status, body } = await send<AppView>('POST', '/apps', { ...NEW, customerPublicKeys: [CUSTOMER_PUBLIC_KEY] })
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...NEW, dailyLimit: 10, contract: 'bound', balance: null, platformKeyBits: 1024 })
    expect(body.customerKeyFingerprints).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])
    expect((await state()).apps).toHaveLength(2)
  })

  test('GET /state does not contain the platform’s private keys', async () => {
    await send('POST', '/apps', NEW)
    expect(JSON.stringify(await state())).not.toMatch(/private/i)
  })

  test('PATCH /apps/:appId takes effect at once and leaves other fields as they are', async () => {
    const [before] = (await state()).apps
    const { body } = await send<AppView>('PATCH', `/apps/${DEMO_APP.appId}`, { expiresAt: 0 })
    expect(body).toEqual({ ...before, expiresAt: 0 })
    expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('110025')
  })

  test('PATCH /apps/:appId with platformKeys replaces the platform key', async () => {
    const [before] = (await state()).apps
    const { body } = await send<AppView>('PATCH', `/apps/${DEMO_APP.appId}`, { platformKeys: { bits: 2048 } })
    expect(body.platformKeyBits).toBe(2048)
    expect(body.platformPublicKey).not.toBe(before?.platformPublicKey)
  })

  test('a deleted app answers 110028', async () => {
    expect((await send('DELETE', `/apps/${DEMO_APP.appId}`)).status).toBe(204)
    expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('110028')
  })

  test.each([
    ['POST', '/apps', { appId: 'x' }, 400, 'fieldsMalformed', /appId must be 6 to 20 digits; appKey is missing/],
    ['POST', '/apps', { ...NEW, secret: 1 }, 400, 'fieldsMalformed', /secret is an unknown field/],
    ['POST', '/apps', DEMO_APP, 409, 'duplicateApp', /is registered already/],
    ['PATCH', '/apps/1', {}, 404, 'unknownApp', /this app is not registered: GET/],
    ['PATCH', `/apps/${DEMO_APP.appId}`, { appId: '2' }, 400, 'fieldsMalformed', /appId is an unknown field/],
    ['PATCH', `/apps/${DEMO_APP.appId}`, { customerPublicKeys: ['AAAA'] }, 400, 'fieldsMalformed', /is not an RSA key/],
    ['PATCH', `/apps/${DEMO_APP.appId}`, [], 400, 'bodyMalformed', /must be a JSON object/],
    ['DELETE', '/apps/1', undefined, 404, 'unknownApp', /this app is not registered/],
  ])('%s %s %j is refused with %i %s and changes no app', async (method, path, body, status, code, message) => {
    const before = await state()
    const answer = await send(method, path, body)
    expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(message) } })
    expect((await state()).apps).toEqual(before.apps)
  })

  test('the refusal of a key that is not RSA does not contain the key', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    const { body } = await send('PATCH', `/apps/${DEMO_APP.appId}`, { platformKeys: { privateKey: key } })
    expect(JSON.stringify(body)).not.toContain(key)
  })

  test.each([1024, 2048])('POST /key-pairs generates a pair of %i bits that can be registered', async (bits) => {
    const { status, body } = await send('POST', '/key-pairs', { bits })
    expect([status, body.bits]).toEqual([201, bits])
    const { body: app } = await send<AppView>('PATCH', `/apps/${DEMO_APP.appId}`, {
      customerPublicKeys: [body.publicKey],
    })
    expect(app.customerPublicKeys).toEqual([body.publicKey])
    expect(String(body.privateKey)).toMatch(/^[A-Za-z0-9+/]+=*$/)
  })
})

describe('handsets', () => {
  const MINE = { id: 'mine', label: 'Mine', msisdn: '139 1234 5678', carrier: 'CM', network: '4g' }

  test('a number can be retrieved on an added handset', async () => {
    const { status, body } = await send<HandsetView>('POST', '/handsets', MINE)
    expect([status, body]).toEqual([
      201,
      {
        ...MINE,
        msisdn: '13912345678',
        hotspot: null,
        os: 'android',
        osVersion: '14',
        mobileData: false,
        iot: false,
        blocked: false,
        upgradesHttpImages: false,
        active: false,
        origin: simulator.handsetOrigin('mine'),
      },
    ])
    await send('PUT', '/handsets/active', { id: 'mine' })
    expect(await verify(simulator, { phone: '13912345678', token: await obtainToken(simulator.origin) })).toBe('000')
  })

  test('a handset can be changed and deleted', async () => {
    await send('POST', '/handsets', MINE)
    const { body } = await send<HandsetView>('PATCH', '/handsets/mine', { msisdn: null, network: 'wifi' })
    expect(body).toMatchObject({ msisdn: null, network: 'wifi', carrier: 'CM' })
    expect((await send('DELETE', '/handsets/mine')).status).toBe(204)
    expect((await state()).handsets.map(({ id }) => id)).not.toContain('mine')
  })

  test.each([
    ['POST', '/handsets', { ...MINE, id: 'My Phone' }, 400, 'handsetMalformed'],
    ['POST', '/handsets', { ...MINE, msisdn: '123' }, 400, 'handsetMalformed'],
    ['POST', '/handsets', { ...MINE, carrier: 'XX' }, 400, 'fieldsMalformed'],
    ['POST', '/handsets', { ...MINE, id: 'cm-5g' }, 409, 'duplicateHandset'],
    ['POST', '/handsets', { ...MINE, hotspot: 'missing' }, 404, 'unknownHandset'],
    ['PATCH', '/handsets/cm-4g', { hotspot: 'cm-4g' }, 400, 'handsetMalformed'],
    ['PATCH', '/handsets/missing', {}, 404, 'unknownHandset'],
    ['DELETE', '/handsets/cm-5g', undefined, 409, 'handsetInUse'],
    ['DELETE', '/handsets/missing', undefined, 404, 'unknownHandset'],
  ])('%s %s %j is refused with %i %s and changes no handset', async (method, path, body, status, code) => {
    const { handsets } = await state()
    expect(await send(method, path, body)).toMatchObject({ status, body: { code } })
    expect((await state()).handsets).toEqual(handsets)
  })

  test('a handset whose hotspot is in use cannot be deleted', async () => {
    await send('PATCH', '/handsets/cm-wifi', { hotspot: 'cm-4g' })
    expect((await send('DELETE', '/handsets/cm-4g')).body).toMatchObject({
      code: 'handsetInUse',
      message: 'the handset cm-4g is in use: take cm-wifi off its hotspot first',
    })
  })
})

describe('faults', () => {
  test('a fault is switched on, listed and switched off', async () => {
    const { status, body } = await send<Fault>('POST', '/faults', {
      call: 'getMobile',
      effect: { code: '110027' },
      times: null,
    })
    expect(status).toBe(201)
    expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('110027')
    expect((await state()).faults).toEqual([body])
    expect((await send('DELETE', `/faults/${body.id}`)).status).toBe(204)
    expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('000000')
    expect((await send('DELETE', `/faults/${body.id}`)).body).toMatchObject({ code: 'unknownFault' })
  })

  test('DELETE /faults switches all faults off', async () => {
    for (const call of ['getMobile', 'verify']) await send('POST', '/faults', { call, effect: { status: 503 } })
    expect((await send('DELETE', '/faults')).status).toBe(204)
    expect((await state()).faults).toEqual([])
  })

  test.each([{}, { call: 'getMobile', effect: {} }, { call: 'verify', effect: { truncatedImage: true } }])(
    'the fault %j is refused with faultMalformed',
    async (body) => {
      expect(await send('POST', '/faults', body)).toMatchObject({ status: 400, body: { code: 'faultMalformed' } })
    },
  )
})

describe('the clock', () => {
  test('after the clock is advanced by more than a minute, a token has expired', async () => {
    const token = await obtainToken(simulator.origin)
    const { body } = await send('POST', '/clock', { advanceMs: 60_001 })
    expect(body.offsetMs).toBe(60_001)
    expect(await verify(simulator, { phone: '13800138000', token })).toBe('120020')
  })

  test('the clock can be set to a time, and reset to the machine’s', async () => {
    const now = Date.UTC(2030, 0, 1)
    expect((await send('POST', '/clock', { now })).body.now).toBeGreaterThanOrEqual(now)
    expect((await send('POST', '/clock', { reset: true })).body.offsetMs).toBe(0)
  })

  test.each([{}, { advanceMs: 1.5 }, { advanceMs: 'x' }, { now: '1' }, { reset: false }, { advanceMs: 1e18 }])(
    'the clock change %j is refused with fieldsMalformed',
    async (body) => {
      expect(await send('POST', '/clock', body)).toMatchObject({ status: 400, body: { code: 'fieldsMalformed' } })
      expect((await state()).clock.offsetMs).toBe(0)
    },
  )
})

describe('traces', () => {
  test('traces are listed with the newest first, returned one by one, and cleared', async () => {
    await obtainToken(simulator.origin)
    await retrieveNumber(simulator.origin, createAttempt({ appId: '1' }))
    const { body: list } = await send<{ id: string; lastCode: string; exchanges: number }[]>('GET', '/traces')
    expect(list.map(({ lastCode, exchanges }) => [lastCode, exchanges])).toEqual([
      ['110028', 1],
      ['000000', 2],
    ])
    const { body: trace } = await send<{ exchanges: unknown[] }>('GET', `/traces/${list[1]?.id}`)
    expect(trace.exchanges).toHaveLength(2)
    expect((await send('DELETE', '/traces')).status).toBe(204)
    expect((await send('GET', '/traces')).body).toEqual([])
    expect(await send('GET', `/traces/${list[1]?.id}`)).toMatchObject({ status: 404, body: { code: 'unknownTrace' } })
  })

  test.each([
    ['2', 2],
    ['1000', 3],
  ])('GET /traces?limit=%s returns at most %i traces', async (limit, count) => {
    for (let each = 0; each < 3; each += 1) await retrieveNumber(simulator.origin, createAttempt())
    expect((await send('GET', `/traces?limit=${limit}`)).body).toHaveLength(count)
  })

  test.each(['0', '1001', '1.5', 'many', ''])('GET /traces?limit=%s is refused', async (limit) => {
    const { status, body } = await send('GET', `/traces?limit=${limit}`)
    expect([status, body]).toEqual([
      400,
      {
        code: 'fieldsMalformed',
        message: 'limit must be a whole number from 1 to 1000',
        fields: [{ path: 'limit', code: expect.any(String), message: 'must be a whole number from 1 to 1000' }],
      },
    ])
  })
})

test.each([
  ['POST', '/apps', DEMO_APP, 'appId duplicate'],
  ['POST', '/apps', { appId: 'x', appKey: 'k' }, 'appId malformed'],
  ['POST', '/handsets', { ...HANDSET, id: 'cm-5g' }, 'id duplicate'],
  ['POST', '/handsets', { ...HANDSET, id: 'My Phone' }, 'id malformed'],
  ['POST', '/handsets', { ...HANDSET, msisdn: '123' }, 'msisdn malformed'],
  ['POST', '/handsets', { ...HANDSET, hotspot: 'missing' }, 'hotspot unknownHandset'],
  ['PATCH', '/handsets/cm-4g', { hotspot: 'cm-4g' }, 'hotspot notAllowed'],
  ['POST', '/faults', { call: 'verify', effect: { status: 1 } }, 'effect.status outOfRange'],
  ['POST', '/faults', { call: 'verify', effect: { status: 503 }, handset: 'missing' }, 'handset unknownHandset'],
  ['POST', '/clock', { advanceMs: 1e15 }, 'advanceMs outOfRange'],
  ['POST', '/clock', { now: -1 }, 'now outOfRange'],
])('the refusal of %s %s %j names the field', async (method, path, body, expected) => {
  const { fields } = (await send<AdminError>(method, path, body)).body
  expect(fields.map((field) => `${field.path} ${field.code}`)).toEqual([expected])
})

test.each([
  ['not JSON', 'application/json', '{"advanceMs":'],
  ['not an object', 'application/json', '7'],
  ['JSON with a form’s content type', 'application/x-www-form-urlencoded', '{"advanceMs":1}'],
])('a body that is %s is refused with bodyMalformed', async (_, type, body) => {
  const asked = { method: 'POST', headers: { 'content-type': type }, body }
  const response = await fetch(`${simulator.adminOrigin}/_sim/clock`, asked)
  const message = 'the body must be a JSON object, sent as content-type: application/json'
  expect([response.status, await response.json()]).toEqual([400, { code: 'bodyMalformed', message, fields: [] }])
})

test('a private key that was pasted as a field’s name is not in the answer', async () => {
  const { body } = await send('POST', '/clock', { [CUSTOMER_PRIVATE_KEY]: 1 })
  expect(JSON.stringify(body)).not.toContain(CUSTOMER_PRIVATE_KEY.slice(20, 60))
})

test('GET /magic-numbers lists the magic numbers', async () => {
  const { body } = await send<{ msisdn: string }[]>('GET', '/magic-numbers')
  expect(body).toContainEqual({ msisdn: '16003120020', call: 'verify', code: '120020', as: 'typed' })
})

test('unknown paths and the carrier’s paths answer 404 on the admin port', async () => {
  expect((await fetch(`${simulator.adminOrigin}/_sim/nothing`)).status).toBe(404)
  expect((await fetch(`${simulator.adminOrigin}/NumberAbility/h5/getMobile.htm`)).status).toBe(404)
})

test('answers forbid framing, sniffing and caching', async () => {
  const { headers } = await fetch(`${simulator.adminOrigin}/_sim/state`)
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-cache')
})
