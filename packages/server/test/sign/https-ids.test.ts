import { HTTPS_ID_ALPHABET } from '@local-number/protocol'
import { composeSignedText, createHttpsIds } from '../../src/sign/https-ids'
import { APP_ID, NOON } from '../support/business'

const TRACE = '0a1b2c3d'.repeat(4)

it('the ids are 32 characters of the carrier’s alphabet, the time in Shanghai and the version', () => {
  expect(createHttpsIds(NOON, TRACE)).toEqual({
    traceId: expect.stringMatching(/^[0-9A-V]{32}$/),
    timestamp: '20261122120000000',
    version: '1.0',
  })
})

it('a traceId begins with the reference which the user sees, in the carrier’s alphabet, and goes on at random', () => {
  const ids = Array.from({ length: 20 }, () => createHttpsIds(NOON, TRACE).traceId)
  expect(ids.map((id) => id.slice(0, 8))).toEqual(Array(20).fill('0A1B2C3D'))
  expect(new Set(ids.map((id) => id.slice(8))).size).toBe(20)
})

it('every character of a traceId is equally likely: all 256 bytes give each of the 32 eight times', () => {
  const counts = new Map<string, number>()
  for (let first = 0; first < 256; first += 32) {
    const { traceId } = createHttpsIds(NOON, '', (size) =>
      Uint8Array.from({ length: size }, (_, index) => first + index),
    )
    for (const character of traceId) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  expect([...counts.keys()].sort().join('')).toBe(HTTPS_ID_ALPHABET)
  expect(new Set(counts.values())).toEqual(new Set([8]))
})

it('the signed text is that of the edition’s client: business type 5 in a mini-program, 1 on a web page', () => {
  const ids = createHttpsIds(NOON, TRACE)
  const rest = `${ids.traceId}${ids.timestamp}${ids.traceId}1.0`
  expect(composeSignedText(ids, 'httpsMiniProgram', APP_ID)).toBe(`${APP_ID}5${rest}`)
  expect(composeSignedText(ids, 'httpsH5', APP_ID)).toBe(`${APP_ID}1${rest}`)
})
