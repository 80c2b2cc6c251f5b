import { createFingerprint } from '../src/fingerprint'

describe('a fingerprint', () => {
  const fingerprint = createFingerprint('first secret of ours')

  it('is the same for the same text', () => {
    expect(fingerprint('number', '13800138000')).toBe(fingerprint('number', '13800138000'))
  })

  it('differs for another text, purpose or secret', () => {
    const all = [
      fingerprint('number', '13800138000'),
      fingerprint('number', '13800138001'),
      fingerprint('session', '13800138000'),
      createFingerprint('second secret of ours')('number', '13800138000'),
    ]
    expect(new Set(all).size).toBe(4)
  })

  it('is 43 characters that do not show the text', () => {
    expect(fingerprint('number', '13800138000')).toMatch(/^[\w-]{43}$/)
  })
})
