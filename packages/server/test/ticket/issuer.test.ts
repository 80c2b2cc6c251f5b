import { createPrivateKey } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { newTraceId } from '../../src'
import { NOON, PHONE } from '../support/business'
import { ed25519Keys, p256Keys, rsaKeys } from '../support/keys'
import { checkerOf, issue, issuerOf, keys } from '../support/tickets'

describe('a ticket', () => {
  it('says who verified which number when, for whom, for one minute', async () => {
    const traceId = newTraceId()
    const ticket = await issue(undefined, traceId)
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
})
