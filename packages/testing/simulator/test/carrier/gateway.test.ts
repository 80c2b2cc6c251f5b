// Header enrichment: which handset an origin stands for, and whose number is inserted.
import { PATHS } from '@local-number/protocol'
import { DEFAULT_HANDSETS, type Simulator } from '../../src'
import { decideInsertion, ENRICHMENT_HEADER, stripMsisdnHeaders } from '../../src/carrier/gateway'
import { fetchHandsetAs, fetchTextAs } from '../support/host'
import { createAttempt, getToken, obtainToken, retrieveNumber, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const findHandset = (id: string) => DEFAULT_HANDSETS.find((one) => one.id === id)!

test.each([
  ['cm-5g', '1', '13800138000'],
  ['cm-5g', '0', '13800138000'],
  ['cm-4g', '1', '13900139000'],
  ['cm-wifi', '1', null],
  ['cm-wifi', '0', null],
  ['cu-5g', '1', null],
  ['cu-5g', '0', '18600186000'],
  ['ct-5g', '1', null],
  ['ct-5g', '0', '18900189000'],
  ['cm-data-only', '1', null],
  ['offline', '1', null],
  ['cm-5g', undefined, null],
  ['cm-5g', 'constructor', null],
])('for %s with openType %s the gateway inserts %s', (id, openType, number) => {
  expect(decideInsertion(findHandset(id), openType).number).toBe(number)
})

test.each([
  ['2g', true],
  ['3g', true],
  ['unknown', true],
  ['none', false],
] as const)('on the network "%s" a number is inserted: %s', (network, inserted) => {
  expect(decideInsertion({ ...findHandset('cm-5g'), network }, '1').number !== null).toBe(inserted)
})

test('headers that only a gateway may set are stripped in any spelling', () => {
  const headers = { [ENRICHMENT_HEADER]: '1', msisdn: '1', x_msisdn: '1', 'x-wap-msisdn': '1', 'x-network-info': '1' }
  const kept = { host: 'localhost', 'x-trace-id': '1' }
  const all = { ...headers, ...kept }
  stripMsisdnHeaders(all)
  expect(all).toEqual(kept)
})

describe('over HTTP', () => {
  test.each([
    ['cm-wifi', '1', '111002'],
    ['cu-5g', '1', '111002'],
    ['cu-5g', '0', '000000'],
    ['ct-5g', '1', '111002'],
    ['cm-data-only', '1', '111002'],
    ['cm-4g', '1', '000000'],
  ])('getMobile on %s with openType %s answers %s', async (id, openType, code) => {
    const simulator = await startTestSimulator({ activeHandset: id })
    expect((await retrieveNumber(simulator.origin, createAttempt(), { openType })).innerCode).toBe(code)
  })

  test.each(['cm-wifi', 'cu-5g', 'cm-data-only'])('a forged number header on %s is ignored', async (id) => {
    const simulator = await startTestSimulator({ activeHandset: id })
    const forged = { [ENRICHMENT_HEADER]: '13800138000', 'X-MSISDN': '13800138000', msisdn: '13800138000' }
    expect((await retrieveNumber(simulator.origin, createAttempt(), {}, forged)).innerCode).toBe('111002')
  })

  test('no other spelling of the path gets past the gateway', async () => {
    const simulator = await startTestSimulator()
    const response = await fetch(`${simulator.origin}/numberability/h5/getmobile.htm`)
    expect(response.status).toBe(404)
  })

  test("a forged number header does not replace the handset's own number", async () => {
    const simulator = await startTestSimulator()
    const ids = createAttempt()
    await retrieveNumber(simulator.origin, ids, {}, { [ENRICHMENT_HEADER]: '13700137000' })
    const { token } = await getToken(simulator.origin, ids)
    expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
  })

  test('an offline handset gets no answer, but its server and the phone routes do', async () => {
    const simulator = await startTestSimulator()
    const token = await obtainToken(simulator.origin)
    simulator.updateHandset('cm-5g', { network: 'none' })
    await expect(retrieveNumber(simulator.origin, createAttempt())).rejects.toThrow('fetch failed')
    await expect(getToken(simulator.origin, createAttempt())).rejects.toThrow('fetch failed')
    const seen = await fetch(`${simulator.origin}/_sim/handset`)
    expect(await seen.json()).toMatchObject({ network: 'none' })
    expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
  })
})

describe('the handset of an origin', () => {
  async function fetchHandsetId(origin: string, host = new URL(origin).host): Promise<string> {
    return (await fetchHandsetAs(origin, host)).id
  }

  test('the gateway’s origin stands for the active handset', async () => {
    const simulator = await startTestSimulator()
    expect(await fetchHandsetId(simulator.origin)).toBe('cm-5g')
    simulator.setActiveHandset('ct-5g')
    expect(await fetchHandsetId(simulator.origin)).toBe('ct-5g')
  })

  test('the first label of a host name is the handset’s id, and a single word the active handset', async () => {
    const simulator = await startTestSimulator()
    const { host } = new URL(simulator.handsetOrigin('cu-5g'))
    expect(host).toMatch(/^cu-5g\.localhost:\d+$/)
    expect(await fetchHandsetId(simulator.origin, host)).toBe('cu-5g')
    expect(await fetchHandsetId(simulator.origin, host.toUpperCase())).toBe('cu-5g')
    expect(await fetchHandsetId(simulator.origin, 'machine')).toBe('cm-5g')
  })

  test.each(['127', 'localhost'])('a handset called %s is not the handset of loopback addresses', async (id) => {
    const simulator = await startTestSimulator()
    await simulator.addHandset({ id, label: '', msisdn: null, carrier: 'CM', network: '5g' })
    for (const host of ['127.0.0.1', 'localhost', 'localhost:80']) {
      expect(await fetchHandsetId(simulator.origin, host)).toBe('cm-5g')
    }
    expect(await fetchHandsetId(simulator.origin, `${id}.localhost`)).toBe(id)
  })

  test('a mistyped handset name is refused and does not stand for the active handset', async () => {
    const simulator = await startTestSimulator()
    const url = `${simulator.origin}${PATHS.getMobile}?${new URLSearchParams(createAttempt() as Record<string, string>)}`
    expect(JSON.parse(await fetchTextAs('cu5g.localhost', url))).toMatchObject({
      code: 'unknownHandset',
      message: 'this handset does not exist: GET /_sim/handsets lists them',
    })
    expect(simulator.traces()).toEqual([])
  })

  test('the port of a removed handset answers 404', async () => {
    const simulator = await startTestSimulator({ handsetPorts: 'anyFree' })
    const origin = simulator.handsetOrigin('cm-4g')
    await fetch(`${simulator.adminOrigin}/_sim/handsets/cm-4g`, { method: 'DELETE' })
    const response = await fetch(`${origin}/_sim/handset`)
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'unknownHandset' }])
  })

  test('a handset’s own port always stands for that handset', async () => {
    const simulator = await startTestSimulator({ handsetPorts: 'anyFree', activeHandset: 'cm-4g' })
    for (const { id } of DEFAULT_HANDSETS) expect(await fetchHandsetId(simulator.handsetOrigin(id))).toBe(id)
  })

  test('a login on a handset’s origin retrieves that handset’s number', async () => {
    const simulator: Simulator = await startTestSimulator({ handsetPorts: 'anyFree' })
    const token = await obtainToken(simulator.handsetOrigin('cm-4g'))
    expect(await verify(simulator, { phone: '13900139000', token })).toBe('000')
  })
})

describe('a hotspot', () => {
  test('shows the platform the SIM of the handset that shares it', async () => {
    const simulator = await startTestSimulator({ activeHandset: 'cm-wifi' })
    simulator.updateHandset('cm-wifi', { hotspot: 'cm-4g' })
    const token = await obtainToken(simulator.origin)
    expect(await verify(simulator, { phone: '13900139000', token })).toBe('000')
    expect(simulator.traces(1)[0]).toMatchObject({
      handset: 'cm-wifi',
      exchanges: [{ enrichment: { via: 'cm-4g' } }, {}, {}],
    })
  })

  test.each([
    ['cm-data-only', 'dataOnlySim'],
    ['cu-5g', 'otherCarrier'],
  ])('of %s inserts nothing', async (hotspot, cause) => {
    const simulator = await startTestSimulator({ activeHandset: 'cm-wifi' })
    simulator.updateHandset('cm-wifi', { hotspot })
    expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('111002')
    expect(simulator.traces(1)[0]?.exchanges[0]?.answer?.cause).toBe(cause)
  })

  test('of a handset that uses another hotspot shows the SIM of that one', async () => {
    const simulator = await startTestSimulator({ activeHandset: 'cm-wifi' })
    simulator.updateHandset('cm-wifi', { hotspot: 'cu-5g' })
    simulator.updateHandset('cu-5g', { network: 'wifi', hotspot: 'cm-4g' })
    const token = await obtainToken(simulator.origin)
    expect(await verify(simulator, { phone: '13900139000', token })).toBe('000')
    expect(simulator.traces(1)[0]?.exchanges[0]?.enrichment?.via).toBe('cm-4g')
  })

  test('that leads back to the handset itself inserts nothing', async () => {
    const simulator = await startTestSimulator({ activeHandset: 'cm-wifi' })
    simulator.updateHandset('cm-4g', { network: 'wifi', hotspot: 'cm-wifi' })
    simulator.updateHandset('cm-wifi', { hotspot: 'cm-4g' })
    expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('111002')
    expect(simulator.traces(1)[0]?.exchanges[0]?.answer?.cause).toBe('wifi')
  })

  test('of an offline handset gets no answer', async () => {
    const simulator = await startTestSimulator({ activeHandset: 'cm-wifi' })
    simulator.updateHandset('cm-wifi', { hotspot: 'offline' })
    await expect(retrieveNumber(simulator.origin, createAttempt())).rejects.toThrow('fetch failed')
  })

  test('is ignored while the handset is on mobile data', async () => {
    const simulator = await startTestSimulator()
    simulator.updateHandset('cm-5g', { hotspot: 'cm-4g' })
    const token = await obtainToken(simulator.origin)
    expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
  })
})

test('a SIM that is changed in the middle of a login does not change the retrieved number', async () => {
  const simulator = await startTestSimulator()
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  simulator.updateHandset('cm-5g', { msisdn: '13700000001' })
  const { token } = await getToken(simulator.origin, ids)
  expect(await verify(simulator, { phone: '13700000001', token })).toBe('001')
})
