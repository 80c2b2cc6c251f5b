// What every documented check of a ticket must do, for any test runner: plain functions with assertions of Node.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createBindingSecret } from '@local-number/server/ticket'
import { type Changes, createKeyPair, type Issuer, PHONE, type Ticket } from './issuer'
import type { TicketCheck } from './programs'

export interface Subject {
  readonly issuer: Issuer
  readonly check: TicketCheck
}

export interface Rule {
  readonly name: string
  run(subject: Subject): Promise<void>
}

const HOUR_S = 3_600
const now = () => Math.floor(Date.now() / 1000)

/** Each differs from a good ticket in one thing. */
const FORGERIES: Readonly<Record<string, () => Changes>> = {
  'signed by another key under the same id': () => ({ key: createKeyPair().privateKey }),
  'signed by a key that is not published': () => ({ header: { kid: 'unknown' }, key: createKeyPair().privateKey }),
  'of another type': () => ({ header: { typ: 'JWT' } }),
  'without a type': () => ({ header: { typ: undefined } }),
  'for another audience': () => ({ claims: { aud: 'bank' } }),
  'of another issuer': () => ({ claims: { iss: 'https://example.com' } }),
  'that has expired': () => ({ claims: { exp: now() - 6 } }),
  'that never expires': () => ({ claims: { exp: undefined } }),
  'older than a minute that has not expired': () => ({ claims: { iat: now() - 66, exp: now() + HOUR_S } }),
  'of the future': () => ({ claims: { iat: now() + HOUR_S, exp: now() + HOUR_S + 60 } }),
  'without the time of its issue': () => ({ claims: { iat: undefined } }),
  'without an id': () => ({ claims: { jti: undefined } }),
  'without a binding': () => ({ claims: { binding: undefined } }),
  'with a number that is not verified': () => ({ claims: { phone_number_verified: false } }),
}

const SIGNATURES: Readonly<Record<string, (issuer: Issuer) => Promise<Ticket>>> = {
  'that nobody signed': ({ forgeSignature }) => forgeSignature('none', () => Buffer.alloc(0)),
  'signed with the public key as a secret': ({ forgeSignature, signWithPublicKey }) =>
    forgeSignature('HS256', signWithPublicKey),
  // CVE-2022-21449, of Java 15 to 18.
  'whose signature is zeros': ({ forgeSignature }) => forgeSignature('ES256', () => Buffer.alloc(64)),
}

async function refuse(check: TicketCheck, { ticket, secret }: Ticket): Promise<void> {
  await assert.rejects(check(ticket, secret), { name: 'TicketRefused' })
}

async function accept(check: TicketCheck, { ticket, secret }: Ticket): Promise<void> {
  assert.equal(await check(ticket, secret), `+86${PHONE}`)
}

export const RULES: readonly Rule[] = [
  {
    name: 'accepts a ticket of this visitor and returns its number',
    run: async ({ issuer, check }) => accept(check, await issuer.issue()),
  },
  {
    name: 'accepts a ticket that is half a minute old',
    run: async ({ issuer, check }) => accept(check, await issuer.issue({ ageMs: 30_000 })),
  },
  {
    name: 'accepts a ticket of a server whose clock is three seconds ahead',
    run: async ({ issuer, check }) => accept(check, await issuer.issue({ ageMs: -3_000 })),
  },
  {
    name: 'refuses a ticket that was used before',
    async run({ issuer, check }) {
      const ticket = await issuer.issue()
      await accept(check, ticket)
      await refuse(check, ticket)
    },
  },
  {
    name: 'refuses a ticket that is issued again after it was used',
    async run({ issuer, check }) {
      const ticketId = randomUUID()
      await accept(check, await issuer.issue({ ticketId, ageMs: 30_000 }))
      await refuse(check, await issuer.issue({ ticketId }))
    },
  },
  {
    name: 'refuses a ticket of another visitor, and does not use it up',
    async run({ issuer, check }) {
      const ticket = await issuer.issue()
      await refuse(check, { ...ticket, secret: createBindingSecret() })
      await accept(check, ticket)
    },
  },
  ...Object.entries(FORGERIES).map(([name, change]) => ({
    name: `refuses a ticket ${name}`,
    run: async ({ issuer, check }: Subject) => refuse(check, await issuer.forge(change())),
  })),
  ...Object.entries(SIGNATURES).map(([name, forge]) => ({
    name: `refuses a ticket ${name}`,
    run: async ({ issuer, check }: Subject) => refuse(check, await forge(issuer)),
  })),
  ...['', 'ticket', 'a.b.c', '..'].map((ticket) => ({
    name: `refuses the text ${JSON.stringify(ticket)}`,
    run: async ({ check }: Subject) => refuse(check, { ticket, secret: createBindingSecret() }),
  })),
]
