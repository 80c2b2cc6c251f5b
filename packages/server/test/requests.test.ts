import { checkSignRequest, checkVerifyRequest } from '../src/requests'

const sign = { preSign: 'p'.repeat(96), consent: { version: '2026-01' }, session: 's'.repeat(16) }
const verify = { attemptId: 'a'.repeat(43), phone: '13800138000', token: 'T0', userInformation: 'ZQ%3D%3D' }

const refusal = (check: (body: unknown) => unknown, body: unknown): { code: string; message: string } => {
  try {
    check(body)
  } catch (error) {
    return error as { code: string; message: string }
  }
  throw new Error('it was accepted')
}

describe('a sign request', () => {
  it('is taken as documented, with nothing beside it', () => {
    expect(checkSignRequest({ ...sign, more: 1 })).toEqual(sign)
  })

  it('may lack its consent: that is refused later, by its own code', () => {
    expect(checkSignRequest({ ...sign, consent: undefined })).toEqual({ preSign: sign.preSign, session: sign.session })
  })

  it.each([
    ['preSign', { preSign: 96 }],
    ['preSign', { preSign: 'p'.repeat(257) }],
    ['session', { session: 's'.repeat(15) }],
    ['session', { session: 's'.repeat(129) }],
    ['session', { session: `${'s'.repeat(16)}!` }],
    ['consent.version', { consent: { version: 1 } }],
  ])('is refused by the name of the field: %s', (field, change) => {
    expect(refusal(checkSignRequest, { ...sign, ...change })).toMatchObject({
      code: 'requestMalformed',
      message: expect.stringContaining(`check: ${field}`),
    })
  })
})

describe('a verify request', () => {
  it('is taken as documented', () => {
    expect(checkVerifyRequest(verify)).toEqual(verify)
  })

  it('is refused with all fields at fault and none of their values', () => {
    const { code, message } = refusal(checkVerifyRequest, { ...verify, token: 'to ken', attemptId: '?', phone: null })
    expect(code).toBe('requestMalformed')
    expect(message).toMatch(/attemptId, phone, token/)
    expect(message).not.toContain('to ken')
  })

  it.each([[null], [[]], ['text'], [{}]])('is not %j', (body) => {
    expect(refusal(checkVerifyRequest, body).code).toBe('requestMalformed')
  })
})
