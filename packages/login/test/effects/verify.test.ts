// The server answers a repeated verification with the same verdict, so that a lost answer costs neither the login nor
// another check at the carrier.
import { LoginApiError } from '../../src/ports'
import {
  answer,
  createStandIns,
  never,
  PHONE,
  START,
  type StandIns,
  settle,
  startLogin,
  submitNumber,
} from '../stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

type Answering = StandIns['verify']

const verdict: Answering = async () => answer({ ticket: 'TICKET' })
const stale: Answering = async () => answer({ outcome: 'staleToken', code: '120020' })
const answerLost: Answering = async () => answer({ outcome: 'unavailable', code: 'answerLost' })
const refuse =
  (code: string): Answering =>
  () =>
    Promise.reject(new LoginApiError(code))
const cut: Answering = () => Promise.reject({ errMsg: 'request:fail' })

/** Submits the number to a server that answers in this order, and then never again. */
async function verify(...answers: readonly Answering[]) {
  const left = [...answers]
  const standIns = createStandIns()
  standIns.verify = (...call) => (left.shift() ?? never)(...call)
  const sent = jest.spyOn(standIns, 'verify')
  const login = startLogin(standIns)
  login.agree()
  await settle()
  await submitNumber(login)
  return { login, standIns, requests: () => sent.mock.calls.map(([request]) => request) }
}

const count = ({ calls }: StandIns, name: string) => calls.filter((call) => call === name).length

describe('a verification whose answer is lost', () => {
  test.each<[string, Answering]>([
    ['the connection breaks', cut],
    ['an api of the app’s own throws', () => Promise.reject(new Error('offline'))],
    ['a gateway answers in the server’s place', refuse('gatewayError')],
  ])('because %s is asked for once more, with the identical request', async (_why, lose) => {
    const { login, standIns, requests } = await verify(lose, verdict)
    expect(login.state()).toMatchObject({ name: 'verified', ticket: 'TICKET' })
    const request = { attemptId: 'attempt 1', phone: PHONE, token: 'TOKEN 1', userInformation: 'INFO' }
    expect(requests()).toEqual([request, request])
    expect(count(standIns, 'token')).toBe(1)
  })

  test('because the time is up is asked for once more, with the same limit', async () => {
    const { login, requests } = await verify(never, never)
    await jest.advanceTimersByTimeAsync(7999)
    expect(requests()).toHaveLength(1)
    await jest.advanceTimersByTimeAsync(1)
    expect(requests()).toHaveLength(2)
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('verifying')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'verify' })
  })

  test('twice ends in the fallback', async () => {
    const { login, requests } = await verify(cut, cut, verdict)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'serverUnreachable', code: null })
    expect(requests()).toHaveLength(2)
  })

  test('is not asked for again for a user who has left', async () => {
    const { login, requests } = await verify(never, verdict)
    login.leave()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice' })
    expect(requests()).toHaveLength(1)
  })
})

test.each(['internal', 'overloaded', 'consentRequired', 'loginRefused', 'malformedAnswer', 'a code of the app’s own'])(
  'the refusal %s is an answer, and not asked for again',
  async (code) => {
    const { login, requests } = await verify(refuse(code), verdict)
    expect(login.state()).toMatchObject({ name: 'fallback', code })
    expect(requests()).toHaveLength(1)
  },
)

describe('a verdict that cannot be had any more', () => {
  const lost: [string, Answering][] = [
    ['attemptSpent', refuse('attemptSpent')],
    ['answerLost', answerLost],
  ]

  test.each(lost)('(%s) costs a new token for the same number', async (_code, lose) => {
    const { login, standIns, requests } = await verify(lose, verdict)
    expect(login.state()).toMatchObject({ name: 'verified', ticket: 'TICKET' })
    expect(requests()[1]).toMatchObject({ attemptId: 'attempt 2', phone: PHONE, token: 'TOKEN 2' })
    expect(count(standIns, 'token')).toBe(2)
    expect(login.records).toContainEqual(
      expect.objectContaining({ from: 'verifying', event: 'verdictLost', to: 'renewing' }),
    )
  })

  test.each(lost)('(%s) twice ends in the fallback', async (code, lose) => {
    const { login, standIns } = await verify(lose, lose, verdict)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'verificationUnavailable', code })
    expect(count(standIns, 'token')).toBe(2)
  })

  test.each(lost)('(%s) after a stale token ends in the fallback: a login renews once', async (code, lose) => {
    const { login } = await verify(stale, lose, verdict)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'verificationUnavailable', code })
  })

  test('may follow the repeat of a lost answer', async () => {
    const { login, standIns } = await verify(cut, refuse('attemptSpent'), verdict)
    expect(login.state().name).toBe('verified')
    expect(count(standIns, 'verify')).toBe(3)
  })

  test('is told from an answer by more than its code', async () => {
    const { login } = await verify(async () => answer({ code: 'answerLost' }))
    expect(login.state().name).toBe('verified')
    const { login: other } = await verify(async () => answer({ outcome: 'unavailable', code: 'attemptSpent' }))
    expect(other.state()).toMatchObject({ name: 'fallback', reason: 'verificationUnavailable' })
  })
})
