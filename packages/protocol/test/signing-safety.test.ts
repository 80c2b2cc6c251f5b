// The customer's one key signs the pre-sign and the verify call: neither text may ever pass for the other.
import fc from 'fast-check'
import { composePreSign } from '../src/pre-sign'
import { anyEdition, readings, SHORTEST_PHONE_NUM, verifyString } from './support/pre-signs'

describe('signing safety', () => {
  test('is tested with verify strings that a lenient pattern accepts', () => {
    const lenient = /^\d{6,20}[0-9A-Za-z.+/=]+\d{17}[0-9A-Za-z-]{0,36}1\.\d$/
    const strings = fc.sample(verifyString, { numRuns: 500, seed: 1 })
    expect(strings.filter(({ text }) => lenient.test(text)).length).toBeGreaterThan(50)
  })

  test('no verify string reads as a pre-sign of any edition, however its parts are chosen', () => {
    fc.assert(
      fc.property(verifyString, ({ appId, text }) => readings(text, appId).length === 0),
      { numRuns: 2_000 },
    )
  })

  // Not even for one of a 512-bit key, 88 characters long.
  test('no pre-sign has room for a ciphertext after its appId', () => {
    fc.assert(
      fc.property(anyEdition, ({ edition, fields }) => {
        const preSign = composePreSign(fields, edition)
        return preSign.length - fields.appId.length < SHORTEST_PHONE_NUM / 2
      }),
    )
  })
})
