// Whatever racing clients, resends and time do: a code is used once, and guesses stay within their limits.
import fc from 'fast-check'
import { getExpiry, guessCode, NO_CODES, type NumberState, putCode } from '../../src/stores/code-state'

const DAY = 86_400_000
const LIMITS = { guessesPerCode: 5, guessesPerNumber: 15, guessWindowMs: DAY }
const MESSAGE = { ...LIMITS, sendingMs: 0, ttlMs: 300_000, gapMs: 60_000, most: 20, dayMs: DAY }

const session = fc.constantFrom('one', 'two')
const code = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const ms = fc.constantFrom(1, 60_000, 120_000, 299_999, 300_000, 3_600_000, DAY)

const step = fc.oneof(
  fc.record({ act: fc.constant('put' as const), session, code }),
  { weight: 6, arbitrary: fc.record({ act: fc.constant('guess' as const), session, code }) },
  fc.record({ act: fc.constant('wait' as const), ms }),
)

type Steps = readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]

interface Played {
  state: NumberState
  time: number
  /** The step of each session's last message. */
  readonly puts: Record<string, number>
  readonly compared: { readonly session: string; readonly time: number; readonly put: number }[]
  readonly tickets: { readonly put: number; readonly ticketId: string }[]
}

type StepOf<Act> = Extract<Steps[number], { readonly act: Act }>

const ACTS = {
  wait(played: Played, { ms }: StepOf<'wait'>) {
    played.time += ms
    if (getExpiry(played.state) <= played.time) played.state = NO_CODES
  },
  put(played: Played, { session, code }: StepOf<'put'>, index: number) {
    const { answer, next } = putCode(played.state, session, { ...MESSAGE, code }, played.time)
    if (answer.isPut) played.puts[session] = index
    played.state = next ?? played.state
  },
  guess(played: Played, { session, code }: StepOf<'guess'>, index: number) {
    const { time, puts, compared, tickets } = played
    const guess = { ...LIMITS, code, ticketId: `ticket ${index}`, repeatMs: 120_000 }
    const { answer, next } = guessCode(played.state, session, guess, time)
    const put = puts[session] ?? -1
    if (next) compared.push({ session, time, put })
    if (answer.state === 'right') tickets.push({ put, ticketId: answer.ticketId })
    played.state = next ?? played.state
  },
}

/** When each session's guesses were compared, and the tickets of its right ones. */
function play(steps: Steps): Played {
  const played: Played = { state: NO_CODES, time: 1_000_000, puts: {}, compared: [], tickets: [] }
  for (const [index, each] of steps.entries()) ACTS[each.act](played, each as never, index)
  return played
}

const assert = (check: (played: ReturnType<typeof play>) => void) =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => check(play(steps))),
    { numRuns: 3_000 },
  )

test('of the guesses at one code, at most five are compared', () => {
  assert(({ compared }) => {
    for (const { session, put } of compared) {
      expect(compared.filter((each) => each.session === session && each.put === put).length).toBeLessThanOrEqual(5)
    }
  })
})

test('a session compares at most 15 guesses at a number in a window, however many messages it gets', () => {
  assert(({ compared }) => {
    for (const { session, time } of compared) {
      const from = compared.filter((each) => each.session === session && each.time >= time && each.time < time + DAY)
      // The window begins with the first guess and not with this one, so that two of them may meet here.
      expect(from.length).toBeLessThanOrEqual(30)
    }
  })
})

test('a code has one ticket, however often it is guessed', () => {
  assert(({ tickets }) => {
    for (const { put } of tickets) {
      const ids = tickets.filter((each) => each.put === put).map(({ ticketId }) => ticketId)
      expect(new Set(ids).size).toBe(1)
    }
  })
})
