import { TRACE_ID } from '@local-number/protocol'
import { acceptTraceId, createTraceId } from '../../src'

const hex = (text: string) => Buffer.from(text, 'hex')

describe('a trace id', () => {
  it('is 32 lower-case hex digits', () => {
    expect(createTraceId()).toMatch(TRACE_ID)
  })

  it('is the client’s if that is valid', () => {
    const theirs = 'ab'.repeat(16)
    expect(acceptTraceId(theirs)).toBe(theirs)
  })

  it.each(['', 'short', 'AB'.repeat(16), 'zz'.repeat(16), `${'ab'.repeat(16)}\n`])(
    'is a new one for the header %j',
    (header) => {
      const id = acceptTraceId(header)
      expect(id).toMatch(TRACE_ID)
      expect(id).not.toBe(header)
    },
  )

  it('never contains a phone number of the client’s', () => {
    const disguised = 'abcdef0abcdef0abcdef013800138000'.replace('013800138000', 'f13800138000')
    expect(disguised).toMatch(TRACE_ID)
    expect(acceptTraceId(disguised)).not.toContain('13800138000')
  })

  it.each([
    `${'0'.repeat(21)}13800138000`,
    `13800138000${'9'.repeat(21)}`,
    `abcdef99999${'17700770077'}0000000000`,
    `86138001380008613800138000${'a'.repeat(6)}`,
    `${'a'.repeat(20)}019900000001`,
  ])('is not taken from the client if it contains a phone number: %s', (padded) => {
    expect(padded).toMatch(TRACE_ID)
    expect(acceptTraceId(padded)).not.toMatch(/1[3-9]\d{9}/)
  })

  it('is drawn again if it contains a phone number by chance', () => {
    const draws = [hex('abcdefabcdefabcdefabc13800138000'), hex('cd'.repeat(16))]
    expect(createTraceId(() => draws.shift()!)).toBe('cd'.repeat(16))
  })
})
