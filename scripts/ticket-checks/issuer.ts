// An issuer of tickets for the documented checks: its key set over HTTP, tickets as our server issues them, and tickets
// with something wrong.
import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Msisdn } from '@local-number/protocol'
import { createTraceId } from '@local-number/server'
import { createBindingSecret, createTicketIssuer, toBinding } from '@local-number/server/ticket'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'

/** The number in every ticket. */
export const PHONE = '13800138000'
const AUDIENCE = 'shop'

export interface Ticket {
  readonly ticket: string
  /** In the session of the visitor to whom the ticket belongs. */
  readonly secret: string
}

/** Parts of a ticket to replace; a claim that is `undefined` is left out. */
export interface Changes {
  readonly header?: object
  readonly claims?: object
  readonly key?: KeyObject
}

export interface Proof {
  readonly ticketId?: string
  /** How long ago it was issued, in ms. */
  readonly ageMs?: number
  /** Of another secret than that of the answer. */
  readonly binding?: string
}

export interface Issuer {
  /** Scheme, host and port of the key set: the `iss` of the tickets. */
  readonly origin: string
  issue(proof?: Proof): Promise<Ticket>
  /** A ticket with changes, signed again by the issuer's key. */
  forge(changes: Changes): Promise<Ticket>
  /** A ticket whose signature is made otherwise. */
  forgeSignature(alg: string, sign: (signed: string) => Buffer): Promise<Ticket>
  /** The public key's text as a secret that everybody knows. */
  signWithPublicKey(signed: string): Buffer
  stop(): Promise<void>
}

export async function startIssuer(): Promise<Issuer> {
  const [own, next, former] = [createKeyPair(), createKeyPair(), generateKeyPairSync('ed25519')]
  const host = createServer()
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  const privateKey = toPem(own.privateKey)
  const options = { privateKey, issuer: origin, audience: AUDIENCE }
  // As while the key changes, from one of the other kind.
  const otherPublicKeys = [next, former].map(({ publicKey }) => toPem(publicKey))
  const { jwks } = createTicketIssuer({ ...options, otherPublicKeys })
  host.on('request', async (_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(await jwks()))
  })

  const issue: Issuer['issue'] = async ({ ticketId = randomUUID(), ageMs = 0, ...bound } = {}) => {
    const secret = createBindingSecret()
    const time = Date.now() - ageMs
    const issuer = createTicketIssuer({ ...options, now: () => time })
    const proof = {
      traceId: createTraceId(),
      ticketId,
      binding: toBinding(secret),
      verifiedAt: time,
      way: 'sim' as const,
      ...bound,
    }
    return { ticket: await issuer.issue({ phone: PHONE as Msisdn, ...proof }), secret }
  }

  return {
    origin,
    issue,
    async forge({ header, claims, key = createPrivateKey(privateKey) }) {
      const { ticket, secret } = await issue()
      const signing = new SignJWT({ ...decodeJwt(ticket), ...claims })
      const forged = { ...decodeProtectedHeader(ticket), alg: 'ES256', ...header }
      return { ticket: await signing.setProtectedHeader(forged).sign(key), secret }
    },
    async forgeSignature(alg, sign) {
      const { ticket, secret } = await issue()
      const parts = [{ ...decodeProtectedHeader(ticket), alg }, decodeJwt(ticket)]
      const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
      return { ticket: `${signed}.${sign(signed).toString('base64url')}`, secret }
    },
    signWithPublicKey: (signed) => createHmac('sha256', toPem(own.publicKey)).update(signed).digest(),
    async stop() {
      host.closeAllConnections()
      await new Promise((resolve) => host.close(resolve))
    },
  }
}

export const createKeyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

function toPem(key: KeyObject): string {
  return key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString()
}
