import { ServerError, toServerError } from '../src'

describe('what the client learns of an error', () => {
  it('has the status and the text of its code', () => {
    const error = new ServerError('attemptSpent')
    expect(error).toMatchObject({ code: 'attemptSpent', status: 409 })
    expect(error.message).toContain('start a new one')
  })

  it('names the fields at fault', () => {
    expect(new ServerError('requestMalformed', { detail: 'check: phone' }).message).toContain('(check: phone)')
  })

  it('is nothing when nobody meant it for the client', () => {
    const secret = new Error('connect ECONNREFUSED redis://:password@cache')
    const error = toServerError(secret, 'trace')
    expect(error).toMatchObject({ code: 'internal', status: 500, traceId: 'trace', cause: secret })
    expect(error.message).not.toContain('password')
  })

  it('keeps its details when the login it belongs to becomes known', () => {
    const error = toServerError(new ServerError('requestMalformed', { detail: 'check: token' }), 'trace')
    expect(error).toMatchObject({ code: 'requestMalformed', traceId: 'trace', detail: 'check: token' })
  })

  it.each([null, undefined, 'text', { name: 'ServerError', code: 'toString' }])(
    'is internal for a thrown %j',
    (thrown) => {
      expect(toServerError(thrown).code).toBe('internal')
    },
  )

  it('is recognised when it comes from another copy of this package', () => {
    const copy = Object.assign(new Error('spent'), { name: 'ServerError', code: 'attemptSpent', status: 409 })
    expect(toServerError(copy)).toMatchObject({ code: 'attemptSpent', status: 409 })
  })

  it('keeps the trace id it has', () => {
    const error = new ServerError('internal', { traceId: 'first' })
    expect(toServerError(error, 'second').traceId).toBe('first')
  })
})
