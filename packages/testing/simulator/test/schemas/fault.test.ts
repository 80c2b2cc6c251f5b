// Fault requests: what is accepted, and what is refused with which message.

import type { FaultEffect, FaultRequest } from '@local-number/simulator-contract'
import fc from 'fast-check'
import { SimulatorError } from '../../src/common/errors'
import { parseFaultRequest } from '../../src/schemas/fault'

const parseEffect = (effect: FaultEffect, call: FaultRequest['call'] = 'getToken') =>
  parseFaultRequest({ call, effect }).effect

test('parseFaultRequest adds nothing but the defaults', () => {
  const effect: FaultEffect = { delayMs: 2000, jitterMs: 500, drop: 'answer', code: undefined }
  expect(parseFaultRequest({ call: 'getToken', effect, handset: 'cm-5g', times: null })).toStrictEqual({
    call: 'getToken',
    handset: 'cm-5g',
    times: null,
    effect: { delayMs: 2000, jitterMs: 500, drop: 'answer' },
  })
  expect(parseFaultRequest({ call: 'verify', effect })).toMatchObject({ handset: null, times: 1 })
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
])('the effect %j is accepted', (effect) => {
  expect(parseEffect(effect)).toEqual(effect)
})

test.each<FaultEffect>([{ delayMs: 60_000 }, { lost: true }, { duplicated: true, delayMs: 5 }, { refused: true }])(
  'a text message can have the effect %j',
  (effect) => {
    expect(parseEffect(effect, 'textMessage')).toEqual(effect)
  },
)

test('getMobile can have a truncated image, and a redirect is normalized as a URL', () => {
  expect(parseEffect({ truncatedImage: true }, 'getMobile')).toEqual({ truncatedImage: true })
  expect(parseEffect({ redirect: 'HTTPS://EXAMPLE.com' })).toEqual({ redirect: 'https://example.com/' })
})

function findRefusal(request: unknown): string {
  try {
    parseFaultRequest(request as FaultRequest)
  } catch (error) {
    if (error instanceof SimulatorError && error.code === 'faultMalformed') return error.message
    throw error
  }
  return 'accepted'
}

const DURATION = 'must be 0 to 600000 milliseconds'
const EFFECTS =
  'code, delayMs, jitterMs, drop, status, redirect, malformedJson, contentType, slowBodyMs, truncatedImage, wrongMsgId, lost, duplicated, refused'

test.each([
  [{}, `effect must have at least one of ${EFFECTS}`],
  [{ code: undefined }, `effect must have at least one of ${EFFECTS}`],
  [{ code: '' }, 'effect.code must be 1 to 16 printable characters without spaces'],
  [{ code: '1'.repeat(17) }, 'effect.code must be 1 to 16 printable characters without spaces'],
  [{ code: '1\n' }, 'effect.code must be 1 to 16 printable characters without spaces'],
  [{ code: 130018 }, 'effect.code must be 1 to 16 printable characters without spaces'],
  [{ delayMs: -1 }, `effect.delayMs ${DURATION}`],
  [{ delayMs: 600_001 }, `effect.delayMs ${DURATION}`],
  [{ delayMs: Number.NaN }, `effect.delayMs ${DURATION}`],
  [{ jitterMs: 5 }, 'effect.jitterMs must be no more than delayMs'],
  [{ delayMs: 4, jitterMs: 5 }, 'effect.jitterMs must be no more than delayMs'],
  [{ drop: true }, 'effect.drop must be one of request, answer'],
  [{ status: 499 }, 'effect.status must be 500 to 599'],
  [{ status: 600 }, 'effect.status must be 500 to 599'],
  [{ status: 500.5 }, 'effect.status must be 500 to 599'],
  [{ redirect: 'javascript:alert(1)' }, 'effect.redirect must be an http or https URL'],
  [{ redirect: '/login' }, 'effect.redirect must be an http or https URL'],
  [
    { redirect: `http://example.com/${'a'.repeat(2000)}` },
    'effect.redirect must be an http or https URL of at most 2000 characters',
  ],
  [{ malformedJson: false }, 'effect.malformedJson must be true, or left out'],
  [{ contentType: 'html' }, 'effect.contentType must be a media type, e.g. text/html'],
  [{ contentType: 'text/html\r\nset-cookie: a=b' }, 'effect.contentType must be a media type, e.g. text/html'],
  [{ contentType: 'text/html; charset="ü"' }, 'effect.contentType must be a media type, e.g. text/html'],
  [{ contentType: `text/${'a'.repeat(200)}` }, 'effect.contentType must be a media type, e.g. text/html'],
  [{ slowBodyMs: 600_001 }, `effect.slowBodyMs ${DURATION}`],
  [{ truncatedImage: true }, 'effect.truncatedImage must be left out for getToken: only getMobile can have it'],
  [{ lost: true }, 'effect.lost must be left out for getToken: only textMessage can have it'],
  [{ status: 503, surprise: 1 }, `effect.surprise is an unknown field: the fields are ${EFFECTS}`],
])('the effect %j is refused: %s', (effect, words) => {
  expect(findRefusal({ call: 'getToken', effect })).toBe(`the fault cannot be switched on: ${words}`)
})

test.each([
  [
    { call: 'getMobile', effect: { malformedJson: true } },
    'effect.malformedJson must be left out for getMobile: only getToken, httpsGetMobile, verify can have it',
  ],
  [
    { call: 'getMobile', effect: { wrongMsgId: true } },
    'effect.wrongMsgId must be left out for getMobile: only getToken, httpsGetMobile, verify can have it',
  ],
  [
    { call: 'verify', effect: { truncatedImage: true } },
    'effect.truncatedImage must be left out for verify: only getMobile can have it',
  ],
  [
    { call: 'health', effect: { status: 503 } },
    'call must be one of getMobile, getToken, httpsGetMobile, verify, textMessage',
  ],
  [{ call: 'verify', effect: { status: 503 }, handset: '' }, 'handset must be the id of a handset'],
  [
    { call: 'verify', effect: { status: 503 }, times: 0 },
    'times must be a whole number from 1, or null for every time',
  ],
  [
    { call: 'verify', effect: { status: 503 }, times: 1.5 },
    'times must be a whole number from 1, or null for every time',
  ],
  [
    { call: 'verify', effect: { status: 503 }, forever: true },
    'forever is an unknown field: the fields are call, effect, handset, times',
  ],
  [{ call: 'verify' }, `effect must be an object with the fields ${EFFECTS}`],
  [null, 'the request must be an object with the fields call, effect, handset, times'],
  [
    { call: 'verify', effect: { status: 1, drop: 1 } },
    'effect.drop must be one of request, answer; effect.status must be 500 to 599',
  ],
])('the request %j is refused: %s', (request, words) => {
  expect(findRefusal(request)).toBe(`the fault cannot be switched on: ${words}`)
})

test('any other value is refused with a short message', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (request) => {
      const words = findRefusal(request)
      expect(words.length).toBeLessThan(600)
      expect(words).toContain('the fault cannot be switched on')
    }),
  )
})

test.each<FaultEffect>([{ code: '120020' }, { drop: 'answer' }, { status: 503 }, { slowBodyMs: 5 }])(
  'a text message cannot have the effect %j',
  (effect) => {
    const [name] = Object.keys(effect)
    expect(findRefusal({ call: 'textMessage', effect })).toContain(`effect.${name} must be left out for textMessage`)
  },
)
