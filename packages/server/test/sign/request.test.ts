import { parseConsentRequest, parseSignRequest } from '../../src/sign/request'

const consent = { version: '2026-01' }
const session = 's'.repeat(16)
const sign = { preSign: 'p'.repeat(96), consent, session }

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
    expect(parseSignRequest({ ...sign, more: 1 })).toEqual({ subject: { preSign: sign.preSign }, consent, session })
  })

  it.each(['httpsMiniProgram', 'httpsH5'])('accepts the edition %s instead of a pre-sign', (edition) => {
    expect(parseSignRequest({ edition, consent, session })).toEqual({ subject: { edition }, consent, session })
  })

  it.each([
    ['both a pre-sign and an edition', { ...sign, edition: 'httpsH5' }],
    ['neither', { consent, session }],
  ])('refuses %s', (_, body) => {
    expect(getRefusal(body)).toMatchObject({
      code: 'requestMalformed',
      message: expect.stringContaining('(send either preSign or edition)'),
    })
  })

  it.each(['miniProgram', 'h5', 'h5Vendor', 'httpsVendor', 'HttpsH5', '', null, ['httpsH5']])(
    'refuses the edition %j, whose ids the page makes or which does not exist',
    (edition) => {
      expect(getRefusal({ edition, consent, session }).message).toContain('check: edition')
    },
  )

  it('accepts a body without consent: signing refuses it with a code of its own', () => {
    expect(parseSignRequest({ ...sign, consent: undefined })).toEqual({ subject: { preSign: sign.preSign }, session })
  })

  it.each([
    ['zh-CN', 'zh-CN'],
    ['ZH-hant-hk', 'zh-Hant-HK'],
    ['en', 'en'],
    ['en-x-abcdefgh-abcdefgh-abcdefgh-abc', 'en-x-abcdefgh-abcdefgh-abcdefgh-abc'],
  ])('reads the locale %s as %s', (locale, canonical) => {
    const { consent: read } = parseSignRequest({ ...sign, consent: { version: '1', locale } })
    expect(read).toEqual({ version: '1', locale: canonical })
    expect(parseConsentRequest({ attemptId: session, consent: { version: '1', locale } }).consent).toEqual(read)
  })

  it.each([
    ['preSign', { preSign: 96 }],
    ['preSign', { preSign: 'p'.repeat(257) }],
    ['session', { session: 's'.repeat(15) }],
    ['session', { session: 's'.repeat(129) }],
    ['session', { session: `${'s'.repeat(16)}!` }],
    ['consent.version', { consent: { version: 1 } }],
    ['consent.locale', { consent: { version: '1', locale: 'zh_CN' } }],
    ['consent.locale', { consent: { version: '1', locale: '' } }],
    ['consent.locale', { consent: { version: '1', locale: 1 } }],
    ['consent.locale', { consent: { version: '1', locale: 'en-x-abcdefgh-abcdefgh-abcdefgh-abcd' } }],
  ])('refuses a malformed %s by its name: %j', (field, change) => {
    expect(getRefusal({ ...sign, ...change })).toMatchObject({
      code: 'requestMalformed',
      message: expect.stringContaining(`check: ${field}`),
    })
  })
})
