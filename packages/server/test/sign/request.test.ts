import { parseSignRequest } from '../../src/sign/request'

const sign = { preSign: 'p'.repeat(96), consent: { version: '2026-01' }, session: 's'.repeat(16) }

const getRefusal = (body: unknown): { code: string; message: string } => {
  try {
    parseSignRequest(body)
  } catch (error) {
    return error as { code: string; message: string }
  }
  throw new Error('it was accepted')
}

describe('parseSignRequest', () => {
  it('keeps the documented fields and drops others', () => {
    expect(parseSignRequest({ ...sign, more: 1 })).toEqual(sign)
  })

  it('accepts a body without consent: signing refuses it with a code of its own', () => {
    expect(parseSignRequest({ ...sign, consent: undefined })).toEqual({ preSign: sign.preSign, session: sign.session })
  })

  it.each([
    ['preSign', { preSign: 96 }],
    ['preSign', { preSign: 'p'.repeat(257) }],
    ['session', { session: 's'.repeat(15) }],
    ['session', { session: 's'.repeat(129) }],
    ['session', { session: `${'s'.repeat(16)}!` }],
    ['consent.version', { consent: { version: 1 } }],
  ])('refuses a malformed %s by its name: %j', (field, change) => {
    expect(getRefusal({ ...sign, ...change })).toMatchObject({
      code: 'requestMalformed',
      message: expect.stringContaining(`check: ${field}`),
    })
  })
})
