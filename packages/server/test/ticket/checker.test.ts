import { createHmac, createPrivateKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, SignJWT } from 'jose'
import { createBindingSecret, type TicketCheckerOptions, toBinding } from '../../src/ticket'
import { NOON, PHONE } from '../support/business'
import { createP256Keys } from '../support/keys'
import { clock, createChecker, createIssuer, createProof, issue, keys } from '../support/tickets'

const createHmacSigner = (secret: Buffer) => (text: string) => createHmac('sha256', secret).update(text).digest()

beforeEach(() => {
  clock.ms = NOON
})

describe('the check', () => {
  it('accepts a ticket once, also in many racing calls', async () => {
    const checker = createChecker()
    const ticket = await issue()
    const checks = await Promise.allSettled(Array.from({ length: 10 }, () => checker.check(ticket)))
    expect(checks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(checks.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ticketSpent' } })
  })

  it('accepts a ticket for a minute, with a clock tolerance of five seconds', async () => {
    const ticket = await issue()
    clock.ms = NOON + 64_000
    expect(await createChecker().check(ticket)).toBeTruthy()
    clock.ms = NOON + 66_000
    await expect(createChecker().check(ticket)).rejects.toMatchObject({ code: 'ticketExpired', status: 401 })
    clock.ms = NOON - 10_000
    await expect(createChecker().check(ticket)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('refuses a spent ticket until it has expired', async () => {
    const checker = createChecker()
    const ticket = await issue()
    clock.ms = NOON - 5_000
    await checker.check(ticket)
    clock.ms = NOON + 64_999
    await expect(checker.check(ticket)).rejects.toMatchObject({ code: 'ticketSpent' })
  })

  it('refuses a ticket that is issued again after it was spent, until the last of them has expired', async () => {
    const [checker, proof] = [createChecker(), createProof()]
    const ticket = await createIssuer().issue(proof)
    clock.ms = NOON - 5_000
    await checker.check(ticket)
    clock.ms = NOON + 120_000
    const again = await createIssuer().issue(proof)
    clock.ms = NOON + 184_999
    await expect(checker.check(again)).rejects.toMatchObject({ code: 'ticketSpent' })
  })

  it.each<[string, Partial<TicketCheckerOptions>]>([
    ['another audience', { audience: 'bank' }],
    ['another issuer', { issuer: 'someone' }],
    ['another key', { key: { publicKey: createP256Keys().publicKey } }],
  ])('refuses a ticket for %s', async (_, changes) => {
    await expect(createChecker(changes).check(await issue())).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it.each(['issuer', 'audience'])('refuses every ticket if the checker’s own %s is not set', async (name) => {
    await expect(createChecker({ [name]: undefined }).check(await issue())).rejects.toMatchObject({
      code: 'ticketInvalid',
    })
  })

  it.each(['', 'hello', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])('refuses %j', async (text) => {
    await expect(createChecker().check(text)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('does not accept the issuer’s private key as its key', () => {
    const pem = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    for (const publicKey of [keys.privateKey, pem.export({ type: 'pkcs8', format: 'pem' }).toString()]) {
      expect(() => createChecker({ key: { publicKey } })).toThrow(
        expect.objectContaining({ code: 'ticketKeyUnusable' }),
      )
    }
  })

  it.each([
    ['no algorithm', { alg: 'none' }, () => Buffer.alloc(0)],
    ['the public key as a shared secret', { alg: 'HS256' }, createHmacSigner(Buffer.from(keys.publicKey, 'base64'))],
    ['the text of the public key as a shared secret', { alg: 'HS256' }, createHmacSigner(Buffer.from(keys.publicKey))],
  ])('refuses a forgery with %s', async (_, header, sign) => {
    const signing = [{ ...header, typ: 'local-number-ticket+jwt' }, decodeJwt(await issue())]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const forged = `${signing}.${sign(signing).toString('base64url')}`
    for (const key of [{ publicKey: keys.publicKey }, { jwks: await createIssuer().jwks() }]) {
      await expect(createChecker({ key }).check(forged)).rejects.toMatchObject({ code: 'ticketInvalid' })
    }
  })

  it('refuses a ticket whose payload was changed', async () => {
    const [header, , signature] = (await issue()).split('.')
    const payload = Buffer.from(JSON.stringify({ ...decodeJwt(await issue()), phone_number: '+8613900000000' }))
    const forged = `${header}.${payload.toString('base64url')}.${signature}`
    await expect(createChecker().check(forged)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  const key = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const signTicket = (claims: object, typ = 'local-number-ticket+jwt') =>
    new SignJWT({
      auth_time: NOON / 1000,
      iss: 'business',
      aud: 'shop',
      jti: 'id',
      iat: NOON / 1000,
      exp: NOON / 1000 + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ })
      .sign(key)
  const claims = { phone_number: '+8613800138000', phone_number_verified: true, trace_id: 'ab'.repeat(16) }

  it('refuses a JWT of another type signed with the same key', async () => {
    expect(await createChecker().check(await signTicket(claims))).toBeTruthy()
    await expect(createChecker().check(await signTicket(claims, 'JWT'))).rejects.toMatchObject({
      code: 'ticketInvalid',
    })
  })

  it.each([
    { phone_number_verified: false },
    { auth_time: undefined },
    { phone_number: '13800138000' },
    { jti: undefined },
    { exp: undefined },
  ])('refuses a signed ticket with %j', async (change) => {
    const ticket = await signTicket({ ...claims, ...change })
    await expect(createChecker().check(ticket)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('refuses a signed ticket that is older than a minute but not expired', async () => {
    const ticket = await signTicket({ ...claims, exp: NOON / 1000 + 3600 })
    clock.ms = NOON + 120_000
    await expect(createChecker().check(ticket)).rejects.toMatchObject({ status: 401 })
  })
})

describe('the key set', () => {
  it('is sufficient to check a ticket', async () => {
    const checker = createChecker({ key: { jwks: await createIssuer().jwks() } })
    expect(await checker.check(await issue())).toBeTruthy()
    const foreign = await issue({}, createP256Keys().privateKey)
    await expect(checker.check(foreign)).rejects.toMatchObject({ code: 'ticketInvalid' })
  })

  it('is fetched by URL, and a failed fetch is not reported as an invalid ticket', async () => {
    const set = JSON.stringify(await createIssuer().jwks())
    let status = 500
    const host = createServer((_, response) => response.writeHead(status, { connection: 'close' }).end(set))
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const jwks = `http://127.0.0.1:${(host.address() as AddressInfo).port}/jwks.json`
    const checker = createChecker({ key: { jwks } })
    await expect(checker.check(await issue())).rejects.not.toHaveProperty('code', 'ticketInvalid')
    status = 200
    expect(await createChecker({ key: { jwks } }).check(await issue())).toBeTruthy()
    await new Promise((resolve) => host.close(resolve))
  })
})

describe('a bound ticket', () => {
  const [mine, theirs] = [createBindingSecret(), createBindingSecret()]
  const issueBound = () => issue({ binding: toBinding(mine) })

  it('is accepted from the visitor whose session has the secret', async () => {
    const visitor = { binding: toBinding(mine) }
    expect(await createChecker().check(await issueBound(), visitor)).toMatchObject({ phoneNumber: `+86${PHONE}` })
  })

  it.each([
    ['another visitor', { binding: toBinding(theirs) }],
    ['a visitor without a secret', { binding: undefined }],
    ['a visitor with an empty binding', { binding: '' }],
    ['nobody in particular', undefined],
  ])('is refused from %s, and not spent by that', async (_, visitor) => {
    const [checker, ticket] = [createChecker(), await issueBound()]
    await expect(checker.check(ticket, visitor)).rejects.toMatchObject({ code: 'ticketOfAnother', status: 401 })
    expect(await checker.check(ticket, { binding: toBinding(mine) })).toBeTruthy()
  })

  it.each([{ binding: toBinding(mine) }, { binding: undefined }])(
    'is required for the visitor %j: one without a binding is refused',
    async (visitor) => {
      await expect(createChecker().check(await issue(), visitor)).rejects.toMatchObject({ code: 'ticketNotBound' })
    },
  )
})

describe('a change of the ticket key', () => {
  it('makes no check fail, when the next key is published before it signs and the former after it', async () => {
    const next = createP256Keys()
    const issuers = [
      createIssuer(),
      createIssuer(keys.privateKey, [next.publicKey]),
      createIssuer(next.privateKey, [keys.publicKey]),
      createIssuer(next.privateKey),
    ]
    for (const [step, issuer] of issuers.entries()) {
      const ticket = await issuer.issue(createProof())
      // A checker may still have the set of the step before, and a ticket may be of that step.
      for (const other of issuers.slice(Math.max(0, step - 1), step + 2)) {
        const checker = createChecker({ key: { jwks: await other.jwks() } })
        expect(await checker.check(ticket)).toBeTruthy()
      }
    }
  })
})

describe('a remote key set', () => {
  it.each(['http://login.example.com/jwks.json', 'ftp://localhost/jwks.json', 'jwks.json', ''])(
    'is refused at %j',
    (jwks) => {
      expect(() => createChecker({ key: { jwks } })).toThrow(expect.objectContaining({ code: 'optionUnusable' }))
    },
  )

  it.each(['https://login.example.com/jwks.json', 'http://localhost:3000/jwks.json', 'http://[::1]/jwks.json'])(
    'is accepted at %s',
    (jwks) => {
      expect(createChecker({ key: { jwks } })).toBeTruthy()
    },
  )
})
