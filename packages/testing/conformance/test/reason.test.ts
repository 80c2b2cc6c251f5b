import { toReason } from '../src/reason'
import { Unmet } from '../src/scenario'
import { Unusable } from '../src/unusable'

const TOKEN = '0123456789abcdef0123456789abcdef0123456789abcdef'

describe('the reason of a failure', () => {
  test('masks phone numbers and removes long texts', () => {
    const reason = toReason(new Unmet(`13800138000 with ${TOKEN} was refused`))
    expect(reason).toBe('138****8000 with …(48 characters) was refused')
  })

  test('keeps the paths that the user passed, but no other long texts', () => {
    const path = '/home/13800138000/a/very/long/way/to/the/sdk.mjs'
    const error = new Unusable(`${path} with ${TOKEN}, at ${path}`, [path])
    expect(toReason(error)).toBe(`${path} with …(48 characters), at ${path}`)
    expect(toReason(new Unusable(`${TOKEN} (a.b)`, ['', '(a.b)']))).toBe('…(48 characters) (a.b)')
  })

  test('keeps the paths of the protocol', () => {
    const message = 'the path must be /NumberAbility/h5/getMobile.htm'
    expect(toReason(new Unmet(message))).toBe(message)
  })

  test('omits the messages of other errors, which may quote an answer', () => {
    const error = new TypeError(`Unexpected token in ${TOKEN}`, { cause: { code: 'ECONNREFUSED' } })
    expect(toReason(error)).toBe('no usable answer: TypeError ECONNREFUSED')
  })

  test('is one printable line with limited length', () => {
    const reason = toReason(new Unmet(`a\u0000b\nc ${'long text '.repeat(100)}`))
    expect(reason).toMatch(/^a b c long/)
    expect(reason).toHaveLength(500)
  })

  test('exists also for values that are not errors', () => {
    expect(toReason(TOKEN)).toBe('a value that is not an error was thrown')
  })
})
