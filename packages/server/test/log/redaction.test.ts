import fc from 'fast-check'
import { redact, redactText } from '../../src'
import { redactLog } from '../../src/log/log'
import { customer } from '../support/business'

const msisdn = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.stringMatching(/^\d{9}$/)).map(([d, rest]) => `1${d}${rest}`)

describe('phone numbers in texts', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['call 13800138000 now', 'call 138****8000 now'],
    ['+8613800138000', '+86138****8000'],
    ['008613800138000', '0086138****8000'],
    ['138 0013 8000', '138****8000'],
    ['138-0013-8000', '138****8000'],
    ['phone=13800138000&token=1', 'phone=138****8000&token=1'],
    ['13800138000,13912345678', '138****8000,139****5678'],
    ['138.0013.8000', '138****8000'],
    ['１３８００１３８０００', '138****8000'],
    ['phoneNum%3D138%200013%208000', 'phoneNum%3D138****8000'],
    ['013800138000', '0138****8000'],
  ])('%s becomes %s', (text, expected) => {
    expect(redactText(text)).toBe(expected)
  })

  it.each(['20261122131405078', '1763784000000', '300011877495', '12345678901', 'verify.120020'])(
    'the text %s, which holds no number, stays unchanged',
    (text) => {
      expect(redactText(text)).toBe(text)
    },
  )

  it('are masked in keys, texts, numbers and errors of any value', () => {
    fc.assert(
      fc.property(msisdn, fc.jsonValue({ depthSize: 'small' }), (phone, rest) => {
        const value = { [phone]: rest, list: [{ text: `of ${phone}.` }, Number(phone)], error: new Error(phone) }
        expect(JSON.stringify(redact(value))).not.toContain(phone)
      }),
    )
  })
})

describe('secrets in values', () => {
  it('are removed by the name of their field in any letter case', () => {
    const value = { Token: 'abc', nested: { appKey: 'k', phoneNum: 'c', sign: 's', ticket: 't', privateKey: 'p' } }
    const removed = '[removed]'
    expect(redact(value)).toEqual({
      Token: removed,
      nested: { appKey: removed, phoneNum: removed, sign: removed, ticket: removed, privateKey: removed },
    })
  })

  it.each([
    ['WeChat', { appSecret: 'canary' }],
    ['WeChat, by its token', { access_token: 'canary' }],
    ['Tencent Cloud', { secretKey: 'canary' }],
    ['Alibaba Cloud', { accessKeySecret: 'canary' }],
  ])('of %s are removed by the name of their field', (_, value) => {
    expect(JSON.stringify(redact({ options: value }))).not.toContain('canary')
  })

  it('are recognized in free text and removed', () => {
    expect(redactText(`bad key ${customer.privateKey}`)).toBe('bad key [removed]')
    expect(redactText('got eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln')).toBe('got [removed]')
  })

  it('are searched in linear time, also in hostile text', () => {
    const started = performance.now()
    redactText('eyJ'.repeat(30_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('are not kept in the extra fields of an error', () => {
    const parserError = Object.assign(new SyntaxError('bad JSON'), { status: 400, body: '{"token":"abc"' })
    const wrapped = new Error('request failed', { cause: parserError })
    const described = redact({ err: wrapped }) as { err: Record<string, unknown> }
    expect(described.err).toMatchObject({ name: 'Error', message: 'request failed', cause: { message: 'bad JSON' } })
    expect(JSON.stringify(described)).not.toContain('token')
  })
})

describe('other values', () => {
  it('stay unchanged', () => {
    const value = { status: 200, ok: true, none: null, at: new Date(0), list: ['a', 1] }
    expect(redact(value)).toEqual(value)
  })

  it('that contain themselves are cut off', () => {
    const ring: Record<string, unknown> = {}
    ring.ring = ring
    expect(JSON.stringify(redact(ring))).toContain('[removed]')
  })
})

it('a redacted log masks and removes secrets in fields and message', () => {
  const lines: string[] = []
  const write = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }))
  const log = redactLog({ info: write, warn: write, error: write })
  log.info({ phone: '13800138000' }, 'for 13800138000')
  log.warn({ token: 'abc' }, 'token')
  log.error({ err: new Error('13800138000') }, 'failed')
  expect(lines).toHaveLength(3)
  expect(lines.join('\n')).not.toMatch(/13800138000|abc/)
})
