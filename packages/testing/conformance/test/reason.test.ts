import { reasonOf } from '../src/reason'
import { Unmet } from '../src/scenario'
import { Unusable } from '../src/unusable'

const TOKEN = '0123456789abcdef0123456789abcdef0123456789abcdef'

describe('a reason', () => {
  test('masks numbers and cuts long texts out, whoever wrote them in', () => {
    const reason = reasonOf(new Unmet(`13800138000 with ${TOKEN} was refused`))
    expect(reason).toBe('138****8000 with …(48 characters) was refused')
  })

  test('leaves the paths whole that somebody gave, and nothing beside them', () => {
    const path = '/home/13800138000/a/very/long/way/to/the/sdk.mjs'
    const error = new Unusable(`${path} with ${TOKEN}, at ${path}`, [path])
    expect(reasonOf(error)).toBe(`${path} with …(48 characters), at ${path}`)
    expect(reasonOf(new Unusable(`${TOKEN} (a.b)`, ['', '(a.b)']))).toBe('…(48 characters) (a.b)')
  })

  test('does not repeat what other errors say, since they may quote an answer', () => {
    const error = new TypeError(`Unexpected token in ${TOKEN}`, { cause: { code: 'ECONNREFUSED' } })
    expect(reasonOf(error)).toBe('no usable answer: TypeError ECONNREFUSED')
  })

  test('is one printable line of bounded length', () => {
    const reason = reasonOf(new Unmet(`a\u0000b\nc ${'long text '.repeat(100)}`))
    expect(reason).toMatch(/^a b c long/)
    expect(reason).toHaveLength(500)
  })

  test('is there even for what is no error', () => {
    expect(reasonOf(TOKEN)).toBe('something was thrown that is no error')
  })
})
