import { encodeUserInformation, miniProgramFingerprint } from '../src/user-information'

test('a field that the phone does not tell prints as undefined, as in the carrier’s SDK', () => {
  expect(miniProgramFingerprint({}, -480)).toMatch(/^undefined@@undefined@@undefined@@[0-9a-f]{32}$/)
})

test('letters beyond 8 bits are cut, not encoded: 红 and its low byte hash alike', () => {
  const low = String.fromCharCode('红'.charCodeAt(0) & 0xff)
  const hashOf = (model: string) => miniProgramFingerprint({ model }, 0).split('@@')[3]
  expect(hashOf('红米')).toBe(hashOf(`${low}${String.fromCharCode('米'.charCodeAt(0) & 0xff)}`))
})

test('a zone of UTC prints as 0', () => {
  expect(miniProgramFingerprint({}, -0)).toBe(miniProgramFingerprint({}, 0))
})

test('the encoding is percent over base64 over percent', () => {
  expect(encodeUserInformation('红@@?')).toBe(encodeURIComponent(Buffer.from('%E7%BA%A2%40%40%3F').toString('base64')))
})
