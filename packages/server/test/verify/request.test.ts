import { parseVerifyRequest } from '../../src/verify/request'

const verify = { attemptId: 'a'.repeat(43), phone: '13800138000', token: 'T0', userInformation: 'ZQ%3D%3D' }

const getRefusal = (body: unknown): { code: string; message: string } => {
  try {
    parseVerifyRequest(body)
  } catch (error) {
    return error as { code: string; message: string }
  }
  throw new Error('it was accepted')
}

describe('parseVerifyRequest', () => {
  it('keeps the documented fields', () => {
    expect(parseVerifyRequest(verify)).toEqual(verify)
  })

  it('names all malformed fields and none of their values', () => {
    const { code, message } = getRefusal({ ...verify, token: 'to ken', attemptId: '?', phone: null })
    expect(code).toBe('requestMalformed')
    expect(message).toMatch(/attemptId, phone, token/)
    expect(message).not.toContain('to ken')
  })

  it.each([[null], [[]], ['text'], [{}]])('refuses the body %j', (body) => {
    expect(getRefusal(body).code).toBe('requestMalformed')
  })
})
