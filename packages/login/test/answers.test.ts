// What counts as an answer of the business server.
import fc from 'fast-check'
import { readSignAnswer, readVerifyAnswer } from '../src/answers'

const TRACE = 'a'.repeat(32)
const OUTCOMES = ['verified', 'notThisNumber', 'staleToken', 'dailyLimit', 'unavailable']

test.each([undefined, null, 'text', 1, [], {}, { sign: 'S' }, { attemptId: 'A' }, { sign: '', attemptId: 'A' }])(
  '%j is not the answer to a sign',
  (answer) => {
    expect(() => readSignAnswer(answer, TRACE)).toThrow(expect.objectContaining({ code: 'malformedAnswer' }))
  },
)

test('the answer to a sign keeps its three fields and takes the call’s trace id when it names none', () => {
  expect(readSignAnswer({ sign: 'S', attemptId: 'A', more: 1 }, TRACE)).toEqual({
    sign: 'S',
    attemptId: 'A',
    traceId: TRACE,
  })
})

test.each(OUTCOMES)('%s is an outcome', (outcome) => {
  expect(readVerifyAnswer({ outcome }, TRACE)).toEqual({ outcome, code: '', attemptsLeft: 0, traceId: TRACE })
})

test('nothing but our five outcomes is an outcome', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.constantFrom('constructor', '__proto__', 'toString', '000')), (outcome) => {
      fc.pre(!OUTCOMES.includes(outcome as string))
      expect(() => readVerifyAnswer({ outcome }, TRACE)).toThrow(expect.objectContaining({ code: 'malformedAnswer' }))
    }),
  )
})

test('an answer of another shape is not reported as a refusal', () => {
  expect(() => readSignAnswer({}, TRACE)).toThrow("the business server's answer cannot be used: malformedAnswer")
})
