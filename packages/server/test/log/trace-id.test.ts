import { TRACE_ID } from '@local-number/protocol'
import { newTraceId, traceIdOf } from '../../src'

const hex = (text: string) => Buffer.from(text, 'hex')

describe('a trace id', () => {
  it('is 32 lower-case hex digits', () => {
    expect(newTraceId()).toMatch(TRACE_ID)
  })

  it('is the client’s when it is one', () => {
    const theirs = 'ab'.repeat(16)
    expect(traceIdOf(theirs)).toBe(theirs)
  })

  it.each(['', 'short', 'AB'.repeat(16), 'zz'.repeat(16), `${'ab'.repeat(16)}\n`])(
    'is new for the header %j',
    (header) => {
      const id = traceIdOf(header)
      expect(id).toMatch(TRACE_ID)
      expect(id).not.toBe(header)
    },
  )

  it('is never a phone number in disguise', () => {
    const disguised = 'abcdef0abcdef0abcdef013800138000'.replace('013800138000', 'f13800138000')
    expect(disguised).toMatch(TRACE_ID)
    expect(traceIdOf(disguised)).not.toContain('13800138000')
  })

  it('is drawn again when chance makes it look like a phone number', () => {
    const draws = [hex('abcdefabcdefabcdefabc13800138000'), hex('cd'.repeat(16))]
    expect(newTraceId(() => draws.shift()!)).toBe('cd'.repeat(16))
  })
})
