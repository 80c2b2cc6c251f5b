import { createHmac, createPrivateKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, SignJWT } from 'jose'
import type { TicketCheckerOptions } from '../../src/ticket'
import { NOON } from '../support/business'
import { p256Keys } from '../support/keys'
import { checkerOf, clock, issue, issuerOf, keys } from '../support/tickets'

const hmacWith = (secret: Buffer) => (text: string) => createHmac('sha256', secret).update(text).digest()

beforeEach(() => {
  clock.ms = NOON
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
    clock.ms = NOON + 64_000
    expect(await checkerOf().check(ticket)).toBeTruthy()
    clock.ms = NOON + 66_000
    await expect(checkerOf().check(ticket)).rejects.toMatchObject({ code: 'ticketExpired', status: 401 })
    clock.ms = NOON - 10_000
    await expect(checkerOf().check(ticket)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('remembers a spent ticket until it has expired', async () => {
    const checker = checkerOf()
    const ticket = await issue()
    clock.ms = NOON - 5_000
    await checker.check(ticket)
    clock.ms = NOON + 64_999
    await expect(checker.check(ticket)).rejects.toMatchObject({ code: 'ticketSpent' })
  })

  it.each<[string, Partial<TicketCheckerOptions>]>([
    ['another audience', { audience: 'bank' }],
    ['another issuer', { issuer: 'someone' }],
    ['another key', { key: { publicKey: p256Keys().publicKey } }],
  ])('refuses a ticket for %s', async (_, changes) => {
    await expect(checkerOf(changes).check(await issue())).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it.each(['issuer', 'audience'])('takes no ticket at all when its own %s was never set', async (name) => {
    await expect(checkerOf({ [name]: undefined }).check(await issue())).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it.each(['', 'hello', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])('refuses %j', async (text) => {
    await expect(checkerOf().check(text)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('is not done with the private key, which only the issuer may have', () => {
    const pem = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    for (const publicKey of [keys.privateKey, pem.export({ type: 'pkcs8', format: 'pem' }).toString()]) {
      expect(() => checkerOf({ key: { publicKey } })).toThrow(expect.objectContaining({ code: 'ticketKeyUnusable' }))
    }
  })

  it.each([
    ['no algorithm', { alg: 'none' }, () => Buffer.alloc(0)],
    ['the public key as a shared secret', { alg: 'HS256' }, hmacWith(Buffer.from(keys.publicKey, 'base64'))],
    ['the text of the public key as a shared secret', { alg: 'HS256' }, hmacWith(Buffer.from(keys.publicKey))],
  ])('refuses a forgery with %s', async (_, header, sign) => {
    const signing = [{ ...header, typ: 'local-number-ticket+jwt' }, decodeJwt(await issue())]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const forged = `${signing}.${sign(signing).toString('base64url')}`
    for (const key of [{ publicKey: keys.publicKey }, { jwks: await issuerOf().jwks() }]) {
      await expect(checkerOf({ key }).check(forged)).rejects.toMatchObject({ code: 'ticketInvalid' })
    }
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
    clock.ms = NOON + 120_000
    await expect(checkerOf().check(ticket)).rejects.toMatchObject({ status: 401 })
  })
})

describe('the key set', () => {
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
