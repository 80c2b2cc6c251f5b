// Header enrichment: who is asked for by which origin, and whose number is inserted.
import { request } from 'node:http'
import { DEFAULT_HANDSETS, type Simulator } from '../src'
import { ENRICHMENT_HEADER, numberToInsert, stripMsisdnHeaders } from '../src/gateway'
import { attempt, getToken, takeNumber, tokenOn, verify } from './support/phone'
import { started } from './support/start'

const handset = (id: string) => DEFAULT_HANDSETS.find((one) => one.id === id)!

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
  expect(numberToInsert(handset(id), openType)).toBe(number)
})

test.each([
  ['2g', true],
  ['3g', true],
  ['unknown', true],
  ['none', false],
] as const)('on the network "%s" a number is inserted: %s', (network, inserted) => {
  expect(numberToInsert({ ...handset('cm-5g'), network }, '1') !== null).toBe(inserted)
})

test('headers that only a gateway may set are stripped, whatever their spelling', () => {
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
  ])('taking the number of %s with openType %s', async (id, openType, code) => {
    const simulator = await started({ activeHandset: id })
    expect((await takeNumber(simulator.origin, attempt(), { openType })).innerCode).toBe(code)
  })

  test.each(['cm-wifi', 'cu-5g', 'cm-data-only'])('%s cannot smuggle a number in', async (id) => {
    const simulator = await started({ activeHandset: id })
    const lies = { [ENRICHMENT_HEADER]: '13800138000', 'X-MSISDN': '13800138000', msisdn: '13800138000' }
    expect((await takeNumber(simulator.origin, attempt(), {}, lies)).innerCode).toBe('111002')
  })

  test('no other spelling of the path gets past the gateway', async () => {
    const simulator = await started()
    const response = await fetch(`${simulator.origin}/numberability/h5/getmobile.htm`)
    expect(response.status).toBe(404)
  })

  test("a lie does not replace the handset's own number either", async () => {
    const simulator = await started()
    const ids = attempt()
    await takeNumber(simulator.origin, ids, {}, { [ENRICHMENT_HEADER]: '13700137000' })
    const { token } = await getToken(simulator.origin, ids)
    expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
  })

  test('an offline handset gets no answer, its server and the control routes do', async () => {
    const simulator = await started()
    const token = await tokenOn(simulator.origin)
    simulator.updateHandset('cm-5g', { network: 'none' })
    await expect(takeNumber(simulator.origin, attempt())).rejects.toThrow('fetch failed')
    await expect(getToken(simulator.origin, attempt())).rejects.toThrow('fetch failed')
    const seen = await fetch(`${simulator.origin}/_sim/handset`)
    expect(await seen.json()).toMatchObject({ network: 'none' })
    expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
  })
})

describe('the origin decides whose phone it is', () => {
  async function handsetSeenAt(origin: string, host = new URL(origin).host): Promise<string> {
    const body = await new Promise<string>((resolve, reject) => {
      const asked = request(`${origin}/_sim/handset`, { headers: { host } }, (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve(text))
      })
      asked.on('error', reject).end()
    })
    return JSON.parse(body).id
  }

  test('the default origin is the active handset', async () => {
    const simulator = await started()
    expect(await handsetSeenAt(simulator.origin)).toBe('cm-5g')
    simulator.setActiveHandset('ct-5g')
    expect(await handsetSeenAt(simulator.origin)).toBe('ct-5g')
  })

  test("a host's first label names the handset, an unknown one leaves the active", async () => {
    const simulator = await started()
    const { host } = new URL(simulator.handsetOrigin('cu-5g'))
    expect(host).toMatch(/^cu-5g\.localhost:\d+$/)
    expect(await handsetSeenAt(simulator.origin, host)).toBe('cu-5g')
    expect(await handsetSeenAt(simulator.origin, host.toUpperCase())).toBe('cu-5g')
    expect(await handsetSeenAt(simulator.origin, 'www.localhost')).toBe('cm-5g')
  })

  test('a port of its own is always that handset', async () => {
    const simulator = await started({ handsetPorts: true, activeHandset: 'cm-4g' })
    for (const { id } of DEFAULT_HANDSETS) expect(await handsetSeenAt(simulator.handsetOrigin(id))).toBe(id)
  })

  test('a login on one origin takes the number of that handset', async () => {
    const simulator: Simulator = await started({ handsetPorts: true })
    const token = await tokenOn(simulator.handsetOrigin('cm-4g'))
    expect(await verify(simulator, { phone: '13900139000', token })).toBe('000')
  })
})
