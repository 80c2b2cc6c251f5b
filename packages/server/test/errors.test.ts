import { ServerError, toServerError } from '../src'

describe('a ServerError', () => {
  it('has the status and the message of its code', () => {
    const error = new ServerError('attemptSpent')
    expect(error).toMatchObject({ code: 'attemptSpent', status: 409 })
    expect(error.message).toContain('start a new one')
  })

  it('names the malformed fields in its message', () => {
    expect(new ServerError('requestMalformed', { detail: 'check: phone' }).message).toContain('(check: phone)')
  })

  it('says nothing about an unexpected error', () => {
    const secret = new Error('connect ECONNREFUSED redis://:password@cache')
    const error = toServerError(secret, 'trace')
    expect(error).toMatchObject({ code: 'internal', status: 500, traceId: 'trace', cause: secret })
    expect(error.message).not.toContain('password')
  })

  it('keeps detail and facts when it gets a trace id', () => {
    const facts = { retryAfterMs: 1 }
    const error = toServerError(new ServerError('requestMalformed', { detail: 'check: token', facts }), 'trace')
    expect(error).toMatchObject({ code: 'requestMalformed', traceId: 'trace', detail: 'check: token', facts })
  })

  it.each([null, undefined, 'text', { name: 'ServerError', code: 'toString' }])(
    'is internal for a thrown %j',
    (thrown) => {
      expect(toServerError(thrown).code).toBe('internal')
    },
  )

  it('is recognized if it comes from another copy of this package', () => {
    const copy = Object.assign(new Error('spent'), { name: 'ServerError', code: 'attemptSpent', status: 409 })
    expect(toServerError(copy)).toMatchObject({ code: 'attemptSpent', status: 409 })
  })

  it('keeps its own trace id', () => {
    const error = new ServerError('internal', { traceId: 'first' })
    expect(toServerError(error, 'second').traceId).toBe('first')
  })
})
