import { parseUrl } from '../../src/common/url'

/** A byte that is no ASCII is one character of a header, and of no address; on Node 20 `URL.canParse` says otherwise. */
const BYTES = Array.from({ length: 128 }, (_, index) => String.fromCharCode(0x80 + index))

test('an address is one that can be read', () => {
  expect(parseUrl('/path?a=1', 'http://127.0.0.1:7002')?.href).toBe('http://127.0.0.1:7002/path?a=1')
  expect(parseUrl('http://a b')).toBeNull()
  expect(parseUrl('/path')).toBeNull()
})

test('what is called no address cannot be read, and the other way round, whatever bytes there are', () => {
  for (const one of BYTES) {
    for (const host of [one, ...BYTES.map((other) => `${one}${other}`)]) {
      const read = () => new URL('/x', `http://${host}`)
      if (parseUrl('/x', `http://${host}`) === null) expect(read).toThrow()
      else expect(read()).toBeInstanceOf(URL)
    }
  }
})
