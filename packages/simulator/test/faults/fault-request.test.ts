// What can be switched on, and what is refused with which words.
import fc from 'fast-check'
import type { FaultEffect, FaultRequest } from '../../src/contract'
import { SimulatorError } from '../../src/errors'
import { readFaultRequest } from '../../src/faults/fault-request'

const effectOf = (effect: FaultEffect, call: FaultRequest['call'] = 'getToken') =>
  readFaultRequest({ call, effect }).effect

test('nothing is added to what was asked for but the defaults', () => {
  const effect: FaultEffect = { delayMs: 2000, jitterMs: 500, drop: 'answer', code: undefined }
  expect(readFaultRequest({ call: 'getToken', effect, handset: 'cm-5g', times: null })).toStrictEqual({
    call: 'getToken',
    handset: 'cm-5g',
    times: null,
    effect: { delayMs: 2000, jitterMs: 500, drop: 'answer' },
  })
  expect(readFaultRequest({ call: 'verify', effect })).toMatchObject({ handset: null, times: 1 })
})

test.each<FaultEffect>([
  { code: '0' },
  { code: '0123456789abcdef' },
  { delayMs: 0 },
  { delayMs: 600_000, jitterMs: 600_000 },
  { drop: 'request' },
  { status: 500 },
  { status: 599 },
  { redirect: 'http://captive.example/login?from=here' },
  { malformedJson: true, contentType: 'text/html', wrongMsgId: true },
  { contentType: 'application/json;charset=GBK' },
  { contentType: 'multipart/form-data; boundary="a b"' },
  { slowBodyMs: 0.5 },
])('%j can be switched on', (effect) => {
  expect(effectOf(effect)).toEqual(effect)
})

test('an image can be cut, and a redirect is written as browsers write it', () => {
  expect(effectOf({ truncatedImage: true }, 'getMobile')).toEqual({ truncatedImage: true })
  expect(effectOf({ redirect: 'HTTPS://EXAMPLE.com' })).toEqual({ redirect: 'https://example.com/' })
})

function refusal(request: unknown): string {
  try {
    readFaultRequest(request as FaultRequest)
  } catch (error) {
    if (error instanceof SimulatorError && error.code === 'faultMalformed') return error.message
    throw error
  }
  return 'taken'
}

test.each([
  [{}, 'expected at least one effect'],
  [{ code: undefined }, 'expected at least one effect'],
  [{ code: '' }, 'effect.code: expected 1 to 16 printable characters'],
  [{ code: '1'.repeat(17) }, 'effect.code: expected 1 to 16 printable characters'],
  [{ code: '1\n' }, 'effect.code: expected 1 to 16 printable characters'],
  [{ code: 130018 }, 'effect.code'],
  [{ delayMs: -1 }, 'effect.delayMs'],
  [{ delayMs: 600_001 }, 'effect.delayMs'],
  [{ delayMs: Number.NaN }, 'effect.delayMs'],
  [{ jitterMs: 5 }, 'effect.jitterMs: expected no more than delayMs'],
  [{ delayMs: 4, jitterMs: 5 }, 'effect.jitterMs: expected no more than delayMs'],
  [{ drop: true }, 'effect.drop'],
  [{ status: 499 }, 'effect.status'],
  [{ status: 600 }, 'effect.status'],
  [{ status: 500.5 }, 'effect.status'],
  [{ redirect: 'javascript:alert(1)' }, 'effect.redirect: expected an http or https URL'],
  [{ redirect: '/login' }, 'effect.redirect: expected an http or https URL'],
  [{ redirect: `http://example.com/${'a'.repeat(2000)}` }, 'effect.redirect'],
  [{ malformedJson: false }, 'effect.malformedJson'],
  [{ contentType: 'html' }, 'effect.contentType: expected a media type, e.g. text/html'],
  [{ contentType: 'text/html\r\nset-cookie: a=b' }, 'effect.contentType'],
  [{ contentType: 'text/html; charset="ü"' }, 'effect.contentType'],
  [{ slowBodyMs: 600_001 }, 'effect.slowBodyMs'],
  [{ truncatedImage: true }, 'effect.truncatedImage: getToken cannot have it: only getMobile'],
  [{ status: 503, surprise: 1 }, 'surprise'],
])('%j is refused: %s', (effect, words) => {
  expect(refusal({ call: 'getToken', effect })).toContain(words)
})

test.each([
  [{ call: 'getMobile', effect: { malformedJson: true } }, 'effect.malformedJson: getMobile cannot have it: only'],
  [{ call: 'getMobile', effect: { wrongMsgId: true } }, 'effect.wrongMsgId: getMobile cannot have it: only'],
  [{ call: 'verify', effect: { truncatedImage: true } }, 'effect.truncatedImage: verify cannot have it: only'],
  [{ call: 'health', effect: { status: 503 } }, 'call'],
  [{ call: 'verify', effect: { status: 503 }, times: 0 }, 'times'],
  [{ call: 'verify', effect: { status: 503 }, times: 1.5 }, 'times'],
  [{ call: 'verify', effect: { status: 503 }, forever: true }, 'forever'],
  [{ call: 'verify' }, 'effect'],
  [null, 'no fault can be switched on so'],
])('%j is refused: %s', (request, words) => {
  expect(refusal(request)).toContain(words)
})

test('anything else is refused in as many words, never in a stack of them', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (request) => {
      const words = refusal(request)
      expect(words.length).toBeLessThan(600)
      expect(words).toContain('no fault can be switched on so')
    }),
  )
})
