import { parseJsonObject, send, sendJson } from '../src/http'
import { startStandIn } from './support/stand-in-server'

describe('a request', () => {
  test('sends JSON, with another Host header if set', async () => {
    const { origin, requests } = await startStandIn(() => ({}))
    await sendJson(origin, { a: 1 }, { headers: { host: 'cm-5g.localhost' } })
    expect(requests[0]).toMatchObject({ method: 'POST', body: '{"a":1}' })
    expect(requests[0]?.headers).toMatchObject({ host: 'cm-5g.localhost', 'content-type': 'application/json' })
  })

  test('does not follow redirects', async () => {
    const { origin, requests } = await startStandIn(() => ({ status: 302, headers: { location: '/elsewhere' } }))
    expect((await send({ url: origin })).status).toBe(302)
    expect(requests).toHaveLength(1)
  })

  test('returns the content type without its charset', async () => {
    const { origin } = await startStandIn(() => ({ type: 'Application/JSON; charset=utf-8' }))
    expect((await send({ url: origin })).type).toBe('application/json')
  })

  test('fails if the answer is larger than a megabyte', async () => {
    const { origin } = await startStandIn(() => ({ body: Buffer.alloc(1_000_001) }))
    await expect(send({ url: origin })).rejects.toThrow('larger than a megabyte')
  })

  test.each([
    ['an object', '{"a":1}', { a: 1 }],
    ['an array', '[1]', null],
    ['null', 'null', null],
    ['HTML', '<html>', null],
  ])('parses an answer with %s as an object or null', async (_, body, expected) => {
    const { origin } = await startStandIn(() => ({ body }))
    expect(parseJsonObject(await send({ url: origin }))).toEqual(expected)
  })
})
