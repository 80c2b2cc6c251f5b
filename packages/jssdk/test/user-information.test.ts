import { composeMiniProgramFingerprint, encodeUserInformation } from '../src/user-information'

test('a field that the phone does not name prints as undefined, as in the carrier’s SDK', () => {
  expect(composeMiniProgramFingerprint({}, -480)).toMatch(/^undefined@@undefined@@undefined@@[0-9a-f]{32}$/)
})

test('letters beyond 8 bits are cut, not encoded: 红 and its low byte hash alike', () => {
  const low = String.fromCharCode('红'.charCodeAt(0) & 0xff)
  const readHash = (model: string) => composeMiniProgramFingerprint({ model }, 0).split('@@')[3]
  expect(readHash('红米')).toBe(readHash(`${low}${String.fromCharCode('米'.charCodeAt(0) & 0xff)}`))
})

test('the time zone UTC prints as 0', () => {
  expect(composeMiniProgramFingerprint({}, -0)).toBe(composeMiniProgramFingerprint({}, 0))
})

test('userInformation is percent-encoded, then base64, then percent-encoded again', () => {
  expect(encodeUserInformation('红@@?')).toBe(encodeURIComponent(Buffer.from('%E7%BA%A2%40%40%3F').toString('base64')))
})
