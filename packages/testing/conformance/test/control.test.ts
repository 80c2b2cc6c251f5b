import { connectControl } from '../src/control'
import { startStandIn } from './support/stand-in-server'

const APP = { appId: '300011877495', appKey: 'key', contract: 'bound' } as const

describe('the client of the admin API', () => {
  test('registers, changes and deletes an app', async () => {
    const { origin, requests } = await startStandIn(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { body: JSON.stringify({ ...APP, platformPublicKey: 'MIGf' }) },
    )
    const control = connectControl(origin)
    expect(await control.registerApp(APP)).toEqual({ platformPublicKey: 'MIGf' })
    await control.changeApp(APP.appId, { balance: 0 })
    await control.deleteApp(APP.appId)
    expect(requests.map(({ method, path, body }) => [method, path, body && JSON.parse(body)])).toEqual([
      ['POST', '/_sim/apps', APP],
      ['PATCH', '/_sim/apps/300011877495', { balance: 0 }],
      ['DELETE', '/_sim/apps/300011877495', ''],
    ])
  })

  test('sends its token with every request', async () => {
    const { origin, requests } = await startStandIn(() => ({ body: '{"now":1,"offsetMs":0}' }))
    await connectControl(origin, 'letmein').moveClock({ advanceMs: 1 })
    expect(requests[0]?.headers.authorization).toBe('Bearer letmein')
  })

  test('reports the refused request, and the option that sets a missing token', async () => {
    const { origin } = await startStandIn(() => ({ status: 401, body: '{"code":"tokenWanted","message":"…"}' }))
    await expect(connectControl(origin).deleteFault('1')).rejects.toThrow(
      'the simulator refused DELETE /_sim/faults/1: 401 tokenWanted: pass its token as --control-token',
    )
  })

  test('recognizes the gateway, which has a health route but no state', async () => {
    const { origin } = await startStandIn(({ path }) => ({ status: path === '/_sim/health' ? 200 : 404 }))
    await expect(connectControl(origin).state()).rejects.toThrow('--control is the address of the gateway')
  })

  test('reports the content type of an answer that is not from a simulator', async () => {
    const { origin } = await startStandIn(() => ({ status: 502, type: 'text/html' }))
    await expect(connectControl(origin).state()).rejects.toThrow('502 no code, text/html')
  })

  test.each([
    ['has another shape', '{"clock":{}}'],
    ['is not JSON', '<html>'],
  ])('refuses an answer that %s', async (_, body) => {
    const { origin } = await startStandIn(() => ({ body }))
    await expect(connectControl(origin).state()).rejects.toThrow('unknown format')
  })

  test('reports a simulator that does not answer', async () => {
    const { origin, stop } = await startStandIn(() => ({}))
    await stop()
    await expect(connectControl(origin).state()).rejects.toThrow('does not answer')
  })
})
