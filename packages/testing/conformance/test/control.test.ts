import { connectControl } from '../src/control'
import { fakeServer } from './support/fake-server'

const APP = { appId: '300011877495', appKey: 'key', contract: 'bound' } as const

describe('the control of a simulator', () => {
  test('files, changes and deletes an app', async () => {
    const { origin, asked } = await fakeServer(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { body: JSON.stringify({ ...APP, platformPublicKey: 'MIGf' }) },
    )
    const control = connectControl(origin)
    expect(await control.fileApp(APP)).toEqual({ platformPublicKey: 'MIGf' })
    await control.changeApp(APP.appId, { balance: 0 })
    await control.deleteApp(APP.appId)
    expect(asked.map(({ method, path, body }) => [method, path, body && JSON.parse(body)])).toEqual([
      ['POST', '/_sim/apps', APP],
      ['PATCH', '/_sim/apps/300011877495', { balance: 0 }],
      ['DELETE', '/_sim/apps/300011877495', ''],
    ])
  })

  test('shows its token with every request', async () => {
    const { origin, asked } = await fakeServer(() => ({ body: '{"now":1,"offsetMs":0}' }))
    await connectControl(origin, 'letmein').moveClock({ advanceMs: 1 })
    expect(asked[0]?.headers.authorization).toBe('Bearer letmein')
  })

  test('says what was refused, and what to do about a token', async () => {
    const { origin } = await fakeServer(() => ({ status: 401, body: '{"code":"tokenWanted","message":"…"}' }))
    await expect(connectControl(origin).deleteFault('1')).rejects.toThrow(
      'the simulator refused DELETE /_sim/faults/1: 401 tokenWanted: give its --control-token',
    )
  })

  test('knows the gateway, which has health and no state', async () => {
    const { origin } = await fakeServer(({ path }) => ({ status: path === '/_sim/health' ? 200 : 404 }))
    await expect(connectControl(origin).state()).rejects.toThrow('--control is the gateway')
  })

  test('names the type of what is no answer of it', async () => {
    const { origin } = await fakeServer(() => ({ status: 502, type: 'text/html' }))
    await expect(connectControl(origin).state()).rejects.toThrow('502 no code, text/html')
  })

  test.each([
    ['another shape', '{"clock":{}}'],
    ['no JSON', '<html>'],
  ])('an answer of %s is refused', async (_, body) => {
    const { origin } = await fakeServer(() => ({ body }))
    await expect(connectControl(origin).state()).rejects.toThrow('another shape')
  })

  test('says that nobody answers', async () => {
    const { origin, stop } = await fakeServer(() => ({}))
    await stop()
    await expect(connectControl(origin).state()).rejects.toThrow('does not answer')
  })
})
