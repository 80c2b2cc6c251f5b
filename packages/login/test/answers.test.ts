// What counts as an answer of the business server.
import fc from 'fast-check'
import { readIdsAnswer, readSignAnswer, readVerifyAnswer } from '../src/answers'
import { IDS } from './stand-ins'

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

test('the answer to an edition has the ids beside the signature', () => {
  expect(readIdsAnswer({ sign: 'S', attemptId: 'A', ids: { ...IDS, more: 1 } }, TRACE)).toEqual({
    sign: 'S',
    attemptId: 'A',
    traceId: TRACE,
    ids: IDS,
  })
})

test.each<[string, unknown]>([
  ['no ids', undefined],
  ['ids that are a text', '1.0'],
  ['a traceId that is too short', { ...IDS, traceId: IDS.traceId.slice(1) }],
  ['a traceId that is too long', { ...IDS, traceId: `${IDS.traceId}0` }],
  ['a traceId in lower case', { ...IDS, traceId: IDS.traceId.toLowerCase() }],
  ['our own trace id', { ...IDS, traceId: TRACE }],
  ['a timestamp that is a number', { ...IDS, timestamp: 20261122080000000 }],
  ['a timestamp with a line break', { ...IDS, timestamp: `${IDS.timestamp}\n` }],
  ['no version', { ...IDS, version: undefined }],
  ['a version that is a number', { ...IDS, version: 1 }],
  ['a version with more behind it', { ...IDS, version: '1.0&x=1' }],
])('an answer with %s is malformed for an edition', (_what, ids) => {
  expect(() => readIdsAnswer({ sign: 'S', attemptId: 'A', ids }, TRACE)).toThrow(
    expect.objectContaining({ code: 'malformedAnswer' }),
  )
})

test('an answer with ids alone is malformed', () => {
  expect(() => readIdsAnswer({ ids: IDS }, TRACE)).toThrow(expect.objectContaining({ code: 'malformedAnswer' }))
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
