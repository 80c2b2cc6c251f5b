// An api of the app’s own may answer, throw and omit anything.
import { LoginApiError } from '../src/ports'
import { answer, createStandIns, START, type StandIns, settle, startLogin, submitNumber } from './stand-ins'

const raise = (thrown: unknown): never => {
  throw thrown
}

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('an api of the app’s own', () => {
  test.each<[string, () => unknown, string, string | null]>([
    ['answers nothing', () => undefined, 'signingRefused', 'malformedAnswer'],
    ['answers null', async () => null, 'signingRefused', 'malformedAnswer'],
    ['answers a text', async () => 'SIGNED', 'signingRefused', 'malformedAnswer'],
    ['leaves the attempt out', async () => ({ sign: 'SIGNED' }), 'signingRefused', 'malformedAnswer'],
    ['throws at once', () => raise(new Error('offline')), 'serverUnreachable', null],
    ['throws a text', () => raise('offline'), 'serverUnreachable', null],
    ['rejects with nothing', () => Promise.reject(), 'serverUnreachable', null],
    ['refuses at once', () => raise(new LoginApiError('closed')), 'signingRefused', 'closed'],
  ])('whose sign() %s ends in the fallback', async (_how, sign, reason, code) => {
    const login = startLogin(Object.assign(createStandIns(), { sign: sign as StandIns['sign'] }))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code })
    expect(login.state().traceId).toBe('id 1')
  })

  test.each<[string, () => unknown, string, string | null]>([
    ['answers nothing', () => undefined, 'verificationUnavailable', 'malformedAnswer'],
    ['answers only true', async () => true, 'verificationUnavailable', 'malformedAnswer'],
    ['answers an outcome of its own', async () => ({ outcome: 'ok' }), 'verificationUnavailable', 'malformedAnswer'],
    [
      'answers a prototype’s key',
      async () => ({ outcome: 'constructor' }),
      'verificationUnavailable',
      'malformedAnswer',
    ],
    ['throws at once', () => raise(new Error('offline')), 'serverUnreachable', null],
    ['throws a text', () => raise('offline'), 'serverUnreachable', null],
  ])('whose verify() %s ends in the fallback', async (_how, verify, reason, code) => {
    const login = startLogin(Object.assign(createStandIns(), { verify: verify as StandIns['verify'] }))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code })
  })

  test.each([Number.NaN, -1, 0.5, undefined])('that reports %p attempts left has none left', async (attemptsLeft) => {
    const verify = async () => answer({ outcome: 'notThisNumber', code: '001', attemptsLeft: attemptsLeft as number })
    const login = startLogin(Object.assign(createStandIns(), { verify }))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'attemptsExhausted', attemptsLeft: 0 })
  })

  test('needs no trace id, and may answer without a promise', async () => {
    const sign = (() => ({ sign: 'SIGNED', attemptId: 'A' })) as unknown as StandIns['sign']
    const verify = (() => ({ outcome: 'verified' })) as unknown as StandIns['verify']
    const login = startLogin(Object.assign(createStandIns(), { sign, verify }))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'verified', traceId: 'id 1', ticket: null })
  })

  test('whose error contains a number leaks it neither into state nor into records', async () => {
    const sign = () => raise(new Error('13800138000 is blocked'))
    const login = startLogin(Object.assign(createStandIns(), { sign }))
    login.agree()
    await settle()
    expect(JSON.stringify([login.state(), login.records])).not.toContain('13800138000')
  })
})
