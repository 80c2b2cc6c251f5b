// What a login gives to the other ways, and when it sends its users to them.
import { REASONS } from '../src'
import { LoginApiError } from '../src/ports'
import { createStandIns, never, START, settle, startLogin } from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

const SHA_256 = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'

test('the session id is that of the signs, also after the user has started over', async () => {
  const standIns = createStandIns()
  const sign = jest.spyOn(standIns, 'sign')
  const login = startLogin(standIns)
  login.agree()
  await settle()
  login.cancel()
  expect(sign.mock.calls.map(([{ session }]) => session)).toEqual([login.session])
})

test('the binding is read anew for each request, and is none without the option', async () => {
  const values = [SHA_256, SHA_256.replace('n', 'N')]
  const login = startLogin(createStandIns(), { binding: async () => values.shift() as string })
  expect([await login.readBinding(), await login.readBinding()]).toEqual([SHA_256, SHA_256.replace('n', 'N')])
  await expect(startLogin(createStandIns()).readBinding()).resolves.toBeUndefined()
})

test('a binding that no backend made is refused without its text', async () => {
  const { readBinding } = startLogin(createStandIns(), { binding: 'secret' })
  await expect(readBinding()).rejects.toMatchObject({
    code: 'bindingMalformed',
    message: expect.not.stringContaining('secret'),
  })
})

test('a carrier that is down leads to the fallback at once, while its image still loads, and another way comes first', async () => {
  const standIns = Object.assign(createStandIns(), {
    loadImage: never,
    sign: () => Promise.reject(new LoginApiError('carrierDown', { retryAfterMs: 30_000 })),
  })
  const login = startLogin(standIns)
  login.agree()
  await settle()
  expect(login.state()).toMatchObject({
    name: 'fallback',
    reason: 'verificationUnavailable',
    code: 'carrierDown',
    wait: { ms: 30_000 },
  })
  expect(REASONS.verificationUnavailable.first).toBe('otherWay')
  expect(standIns.calls).not.toContain('token')
})
