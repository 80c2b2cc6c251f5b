// Base64 with the platform's btoa, and without, as in WeChat's logic layer.
import fc from 'fast-check'
import { encodeBase64 } from '../src/base64'

const platform = globalThis.btoa
afterEach(() => {
  globalThis.btoa = platform
})

const bytes = fc.string({ unit: fc.nat(0xff).map((code) => String.fromCharCode(code)), maxLength: 100 })

test.each([
  ['with', () => undefined],
  ['without', () => Reflect.deleteProperty(globalThis, 'btoa')],
])('%s a btoa of the platform, any bytes are encoded as Node encodes them', (_how, prepare) => {
  prepare()
  fc.assert(
    fc.property(bytes, (text) => {
      expect(encodeBase64(text)).toBe(Buffer.from(text, 'latin1').toString('base64'))
    }),
  )
})
