// Values that no client would send, for fields, parameters and headers.
import fc from 'fast-check'

const HUGE = 200_000

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`

/** JSON.parse accepts the deepest, JSON.stringify overflows on them. */
const depth = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 3000 }) }, fc.constant(50_000))

/** JSON as text, including what no serializer writes: repeated keys, half a surrogate, 1e999. */
export const jsonValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.json() },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)) },
  fc.constantFrom('null', 'true', '0', '-0', '1e999', '123456789012345678901234567890', '""', '[]', '{}', '"\\ud800"'),
  fc.constantFrom('{"__proto__":{"appId":"1"}}', '{"constructor":{"prototype":{}}}', '{"a":1,"a":2}', '"\\u0000"'),
  depth.map((levels) => nested('[', ']', levels)),
  depth.map((levels) => nested('{"a":', '}', levels)),
  fc.integer({ min: 1, max: HUGE }).map((length) => `"${'7'.repeat(length)}"`),
  fc.integer({ min: 1, max: HUGE / 4 }).map((length) => `[${'0,'.repeat(length)}0]`),
)

/** Text that is not JSON. */
export const brokenJson: fc.Arbitrary<string> = fc.oneof(
  fc.json().map((json) => json.slice(0, -1)),
  fc.constantFrom(
    '',
    '{',
    '{"header":',
    'undefined',
    'NaN',
    "{'a':1}",
    '\ufeff{}',
    '{}{}',
    '<xml/>',
    nested('[', '', 9999),
  ),
)

/** A piece of a query string or a path: percent-encoded, raw or malformed. */
export const urlPiece: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }).map(encodeText),
  fc.stringMatching(/^[!-"$-~]{0,60}$/),
  fc.constantFrom(
    '',
    '%',
    '%f',
    '%ff',
    '%00',
    '%ed%a0%80',
    '+',
    '..',
    '%2e%2e%2f',
    '__proto__',
    'constructor',
    'a[b][c]',
  ),
  fc.integer({ min: 1, max: 6000 }).map((length) => 'a'.repeat(length)),
)

export const headerValue: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[ -~\u0080-\u00ff]{0,60}$/),
  fc.constantFrom('', ',', ';', 'null', '*', '\t', '0', '-1', '1e9', 'gzip', 'chunked', 'close'),
  fc.integer({ min: 1, max: 9000 }).map((length) => 'a'.repeat(length)),
)

function encodeText(text: string): string {
  // Through UTF-8, which replaces half a surrogate.
  return encodeURIComponent(Buffer.from(text).toString())
}
