import { createPrivateKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Msisdn } from '@local-number/protocol'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { newTraceId } from '../src'
import {
  createMemoryOnceStore,
  createTicketChecker,
  createTicketIssuer,
  type TicketCheckerOptions,
} from '../src/ticket'
import { NOON, PHONE } from './support/business'
import { ed25519Keys, p256Keys, rsaKeys } from './support/keys'

const keys = p256Keys()
const phone = PHONE as Msisdn
let ms = NOON
const now = () => ms

beforeEach(() => {
  ms = NOON
})

const issuerOf = (privateKey = keys.privateKey) =>
  createTicketIssuer({ privateKey, issuer: 'business', audience: 'shop', now })
const checkerOf = (changes: Partial<TicketCheckerOptions> = {}) =>
  createTicketChecker({
    key: { publicKey: keys.publicKey },
    issuer: 'business',
    audience: 'shop',
    spent: createMemoryOnceStore({ now }),
    now,
    ...changes,
  })
const issue = (privateKey?: string) => issuerOf(privateKey).issue({ phone, traceId: newTraceId() })

describe('a ticket', () => {
  it('says who verified which number when, for whom, for one minute', async () => {
    const traceId = newTraceId()
    const ticket = await issuerOf().issue({ phone, traceId })
    const seconds = NOON / 1000
    expect(decodeJwt(ticket)).toEqual({
      iss: 'business',
      aud: 'shop',
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iat: seconds,
      exp: seconds + 60,
      phone_number: `+86${PHONE}`,
      phone_number_verified: true,
      trace_id: traceId,
    })
  })

  it.each([
    ['ES256', p256Keys()],
    ['EdDSA', ed25519Keys()],
  ])('is signed with %s according to its key', async (alg, pair) => {
    const ticket = await issue(pair.privateKey)
    expect(decodeProtectedHeader(ticket)).toMatchObject({ alg, typ: 'local-number-ticket+jwt' })
    const checker = checkerOf({ key: { publicKey: pair.publicKey } })
    expect(await checker.check(ticket)).toMatchObject({ phoneNumber: `+86${PHONE}` })
  })

  it('can be signed with a PEM key', async () => {
    const key = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    const ticket = await issue(key.export({ type: 'pkcs8', format: 'pem' }).toString())
    expect(await checkerOf().check(ticket)).toMatchObject({ issuedAt: NOON })
  })

  it.each([
    ['RSA', () => rsaKeys().privateKey],
    ['public', () => keys.publicKey],
    ['no', () => 'hello'],
  ])('is not signed with %s key, and the refusal does not quote it', (_, key) => {
    expect(() => issuerOf(key())).toThrow(expect.objectContaining({ code: 'ticketKeyUnusable' }))
    expect(() => issuerOf(key())).not.toThrow(expect.objectContaining({ cause: expect.anything() }))
  })
})

describe('the check', () => {
  it('takes a ticket once, even from many at once', async () => {
    const checker = checkerOf()
    const ticket = await issue()
    const checks = await Promise.allSettled(Array.from({ length: 10 }, () => checker.check(ticket)))
    expect(checks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(checks.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ticketSpent' } })
  })

  it('takes it for a minute, give or take what clocks differ', async () => {
    const ticket = await issue()
    ms = NOON + 64_000
    expect(await checkerOf().check(ticket)).toBeTruthy()
    ms = NOON + 66_000
    await expect(checkerOf().check(ticket)).rejects.toMatchObject({ code: 'ticketExpired', status: 401 })
    ms = NOON - 10_000
    await expect(checkerOf().check(ticket)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('remembers a spent ticket until it has expired', async () => {
    const checker = checkerOf()
    const ticket = await issue()
    ms = NOON - 5_000
    await checker.check(ticket)
    ms = NOON + 64_999
    await expect(checker.check(ticket)).rejects.toMatchObject({ code: 'ticketSpent' })
  })

  it.each<[string, Partial<TicketCheckerOptions>]>([
    ['another audience', { audience: 'bank' }],
    ['another issuer', { issuer: 'someone' }],
    ['another key', { key: { publicKey: p256Keys().publicKey } }],
  ])('refuses a ticket for %s', async (_, changes) => {
    await expect(checkerOf(changes).check(await issue())).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it.each(['', 'hello', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])('refuses %j', async (text) => {
    await expect(checkerOf().check(text)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('refuses a ticket that was tampered with', async () => {
    const [header, , signature] = (await issue()).split('.')
    const payload = Buffer.from(JSON.stringify({ ...decodeJwt(await issue()), phone_number: '+8613900000000' }))
    const forged = `${header}.${payload.toString('base64url')}.${signature}`
    await expect(checkerOf().check(forged)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  const key = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const signed = (claims: object, typ = 'local-number-ticket+jwt') =>
    new SignJWT({ iss: 'business', aud: 'shop', jti: 'id', iat: NOON / 1000, exp: NOON / 1000 + 60, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ })
      .sign(key)
  const claims = { phone_number: '+8613800138000', phone_number_verified: true, trace_id: 'ab'.repeat(16) }

  it('refuses what the same key signed for another purpose', async () => {
    expect(await checkerOf().check(await signed(claims))).toBeTruthy()
    await expect(checkerOf().check(await signed(claims, 'JWT'))).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it.each([{ phone_number_verified: false }, { phone_number: '13800138000' }, { jti: undefined }, { exp: undefined }])(
    'refuses a signed ticket with %j',
    async (change) => {
      const ticket = await signed({ ...claims, ...change })
      await expect(checkerOf().check(ticket)).rejects.toMatchObject({ code: 'ticketInvalid' })
    },
  )

  it('refuses a signed ticket that would live longer than a minute', async () => {
    const ticket = await signed({ ...claims, exp: NOON / 1000 + 3600 })
    ms = NOON + 120_000
    await expect(checkerOf().check(ticket)).rejects.toMatchObject({ status: 401 })
  })
})

describe('the key set', () => {
  it('names the public key and nothing private', async () => {
    const { keys: published } = await issuerOf().jwks()
    expect(published).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        x: expect.any(String),
        y: expect.any(String),
        kid: expect.any(String),
        alg: 'ES256',
        use: 'sig',
      },
    ])
  })

  it('is enough to check a ticket', async () => {
    const checker = checkerOf({ key: { jwks: await issuerOf().jwks() } })
    expect(await checker.check(await issue())).toBeTruthy()
    const stranger = await issue(p256Keys().privateKey)
    await expect(checker.check(stranger)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('can be fetched, and failing to fetch it says nothing about the ticket', async () => {
    const set = JSON.stringify(await issuerOf().jwks())
    let status = 500
    const host = createServer((_, response) => response.writeHead(status, { connection: 'close' }).end(set))
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const jwks = `http://127.0.0.1:${(host.address() as AddressInfo).port}/jwks.json`
    const checker = checkerOf({ key: { jwks } })
    await expect(checker.check(await issue())).rejects.not.toHaveProperty('code', 'ticketInvalid')
    status = 200
    expect(await checkerOf({ key: { jwks } }).check(await issue())).toBeTruthy()
    await new Promise((resolve) => host.close(resolve))
  })
})
