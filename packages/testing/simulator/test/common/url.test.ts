import { parseUrl } from '../../src/common/url'

/** Bytes beyond ASCII are characters of a header, but not of a URL; `URL.canParse` of Node 20 accepts some. */
const BYTES = Array.from({ length: 128 }, (_, index) => String.fromCharCode(0x80 + index))

test('parseUrl parses URLs and returns null for other text', () => {
  expect(parseUrl('/path?a=1', 'http://127.0.0.1:7002')?.href).toBe('http://127.0.0.1:7002/path?a=1')
  expect(parseUrl('http://a b')).toBeNull()
  expect(parseUrl('/path')).toBeNull()
})

test('parseUrl accepts exactly the hosts that the URL constructor accepts', () => {
  for (const one of BYTES) {
    for (const host of [one, ...BYTES.map((other) => `${one}${other}`)]) {
      const construct = () => new URL('/x', `http://${host}`)
      if (parseUrl('/x', `http://${host}`) === null) expect(construct).toThrow()
      else expect(construct()).toBeInstanceOf(URL)
    }
  }
})
