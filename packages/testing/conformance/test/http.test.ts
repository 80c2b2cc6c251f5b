import { objectIn, send, sendJson } from '../src/http'
import { fakeServer } from './support/fake-server'

describe('a request', () => {
  test('sends JSON, and names another host when told to', async () => {
    const { origin, asked } = await fakeServer(() => ({}))
    await sendJson(origin, { a: 1 }, { headers: { host: 'cm-5g.localhost' } })
    expect(asked[0]).toMatchObject({ method: 'POST', body: '{"a":1}' })
    expect(asked[0]?.headers).toMatchObject({ host: 'cm-5g.localhost', 'content-type': 'application/json' })
  })

  test('follows no redirect', async () => {
    const { origin, asked } = await fakeServer(() => ({ status: 302, headers: { location: '/elsewhere' } }))
    expect((await send({ url: origin })).status).toBe(302)
    expect(asked).toHaveLength(1)
  })

  test('reads the type without its charset', async () => {
    const { origin } = await fakeServer(() => ({ type: 'Application/JSON; charset=utf-8' }))
    expect((await send({ url: origin })).type).toBe('application/json')
  })

  test('reads no answer without end', async () => {
    const { origin } = await fakeServer(() => ({ body: Buffer.alloc(1_000_001) }))
    await expect(send({ url: origin })).rejects.toThrow('longer than a megabyte')
  })

  test.each([
    ['an object', '{"a":1}', { a: 1 }],
    ['an array', '[1]', null],
    ['null', 'null', null],
    ['HTML', '<html>', null],
  ])('of %s as the object in it', async (_, body, expected) => {
    const { origin } = await fakeServer(() => ({ body }))
    expect(objectIn(await send({ url: origin }))).toEqual(expected)
  })
})
