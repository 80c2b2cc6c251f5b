import { createPrivateKey } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { createTraceId } from '../../src'
import { NOON, PHONE } from '../support/business'
import { createEd25519Keys, createP256Keys, createRsaKeys } from '../support/keys'
import { clock, createChecker, createIssuer, createProof, issue, keys } from '../support/tickets'

beforeEach(() => {
  clock.ms = NOON
})

describe('a ticket', () => {
  it('names issuer, audience, number, way and time, and is valid for one minute', async () => {
    const traceId = createTraceId()
    const ticket = await issue({ traceId, verifiedAt: NOON - 500 })
    const seconds = NOON / 1000
    expect(decodeJwt(ticket)).toEqual({
      iss: 'business',
      aud: 'shop',
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iat: seconds,
      exp: seconds + 60,
      phone_number: `+86${PHONE}`,
      phone_number_verified: true,
      auth_time: seconds - 1,
      trace_id: traceId,
      amr: ['sim'],
    })
  })

  it.each([
    ['ES256', createP256Keys()],
    ['EdDSA', createEd25519Keys()],
  ])('is signed with %s if that is its key’s algorithm', async (alg, pair) => {
    const ticket = await issue({}, pair.privateKey)
    expect(decodeProtectedHeader(ticket)).toMatchObject({ alg, typ: 'local-number-ticket+jwt' })
    const checker = createChecker({ key: { publicKey: pair.publicKey } })
    expect(await checker.check(ticket)).toMatchObject({ phoneNumber: `+86${PHONE}` })
  })

  it('can be signed with a PEM key', async () => {
    const key = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    const ticket = await issue({}, key.export({ type: 'pkcs8', format: 'pem' }).toString())
    expect(await createChecker().check(ticket)).toMatchObject({ verifiedAt: NOON })
  })

  it.each([
    ['an RSA', () => createRsaKeys().privateKey],
    ['a public', () => keys.publicKey],
    ['an unreadable', () => 'hello'],
  ])('cannot be signed with %s key, and the error does not quote it', (_, key) => {
    expect(() => createIssuer(key())).toThrow(expect.objectContaining({ code: 'ticketKeyUnusable' }))
    expect(() => createIssuer(key())).not.toThrow(expect.objectContaining({ cause: expect.anything() }))
  })
})

describe('a ticket that is issued again', () => {
  it('keeps its id, its binding and the time of the verdict, and is valid for a minute from now', async () => {
    const proof = createProof({ binding: 'b'.repeat(43) })
    const first = await createIssuer().issue(proof)
    clock.ms = NOON + 100_000
    const second = decodeJwt(await createIssuer().issue(proof))
    const seconds = NOON / 1000
    expect(second).toEqual({ ...decodeJwt(first), iat: seconds + 100, exp: seconds + 160 })
    expect(second).toMatchObject({ jti: proof.ticketId, binding: 'b'.repeat(43), auth_time: seconds })
  })
})

describe('the key set', () => {
  it('has the next and the former key besides, each under an id of its own', async () => {
    const [next, former] = [createP256Keys(), createEd25519Keys()]
    const issuer = createIssuer(keys.privateKey, [next.publicKey, former.publicKey])
    const { keys: published } = await issuer.jwks()
    expect(published.map(({ alg }) => alg)).toEqual(['ES256', 'ES256', 'EdDSA'])
    expect(new Set(published.map(({ kid }) => kid)).size).toBe(3)
    expect(JSON.stringify(published)).not.toContain('"d"')
  })

  it('has a key once that is named twice: checkers refuse an id that two keys have', async () => {
    const other = createP256Keys().publicKey
    const issuer = createIssuer(keys.privateKey, [keys.publicKey, other, other])
    const checker = createChecker({ key: { jwks: await issuer.jwks() } })
    expect(await checker.check(await issuer.issue(createProof()))).toBeTruthy()
    expect((await issuer.jwks()).keys).toHaveLength(2)
  })

  it('refuses a private key as one of the others', () => {
    expect(() => createIssuer(keys.privateKey, [createP256Keys().privateKey])).toThrow(
      expect.objectContaining({ code: 'ticketKeyUnusable' }),
    )
  })

  it('holds the public key and nothing private', async () => {
    const { keys: published } = await createIssuer().jwks()
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
})
