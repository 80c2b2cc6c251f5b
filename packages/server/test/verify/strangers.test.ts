// A stranger must not be able to lock a number: whatever others send, its owner keeps the whole daily allowance.
import { randomBytes } from 'node:crypto'
import type { Msisdn, VerifyMobileRequest } from '@local-number/protocol'
import { getVerifyCodes } from '@local-number/protocol/return-codes'
import fc from 'fast-check'
import { createMemoryStores, type Stores } from '../../src'
import { importAppIdentity } from '../../src/app-identity'
import { createAttemptIds } from '../../src/attempt-id'
import { createFingerprint } from '../../src/fingerprint'
import { createLimits } from '../../src/limits'
import { SILENT } from '../../src/log/log'
import { parseOptions } from '../../src/parse-options'
import { identifyClient } from '../../src/rate-limits/client'
import { createFailedChecks } from '../../src/rate-limits/failed-checks'
import { createRoom } from '../../src/room'
import type { PlatformReply } from '../../src/verify/platform-client'
import { createCheckRunner } from '../../src/verify/run-check'
import { createVerification, type Verification } from '../../src/verify/verification'
import { APP_ID, createFacts, createSession, NOON, OPTIONS } from '../support/business'

const VICTIM = '13800138000' as Msisdn
const STRANGER = '13912345678' as Msisdn
const DAILY = 3
const SESSIONS = 4

/** A token names the SIM that it is from, so that the stand-in of the platform can compare. */
const tokens = { victim: `token-of-${VICTIM}`, stranger: `token-of-${STRANGER}`, garbage: 'garbage' }

type Ask = { readonly typed: Msisdn; readonly token: string }

/** What the platform may make of a call besides comparing it. */
type Fate = 'compared' | '121011' | '102315' | '120020' | '999999' | 'timeout' | 'network'

interface Request extends Ask {
  readonly fate: Fate
  readonly session: number
  /** Whether it is answered at once, while the owner logs in, or after that. */
  readonly when: 'now' | 'during' | 'after'
}

const app = importAppIdentity(parseOptions(OPTIONS))
const fingerprint = createFingerprint('a secret')
/** All have one address, as behind a carrier's NAT. */
const CLIENT = identifyClient(createFacts({ address: '203.0.113.7' }), fingerprint)

function setUp() {
  const now = () => NOON
  const stores: Stores = createMemoryStores({ now })
  const values = parseOptions({ ...OPTIONS, limits: { checksPerNumberAndDay: DAILY } }).limits
  const attemptIds = createAttemptIds({ fingerprint, lifetimeMs: 600_000, now })
  const failedChecks = createFailedChecks({ ...stores, values, now })
  const limits = createLimits({ ...stores, values, failedChecks, fingerprint, now })
  const waiting = new Map<string, (reply: (msgId: string) => PlatformReply) => void>()
  const notify = new Map<string, () => void>()
  const ask = {
    request: { app, userInformation: 'verbatim' as const, now },
    platform: {
      verify: ({ header, body: { userInformation: id } }: VerifyMobileRequest) =>
        new Promise<PlatformReply>((resolve) => {
          waiting.set(id, (reply) => resolve(reply(header.msgId)))
          notify.get(id)?.()
        }),
      close: async () => undefined,
    },
    codes: { yes: getVerifyCodes('verified'), no: getVerifyCodes('notThisNumber') },
    log: SILENT,
  }
  const tickets = { issue: async () => 'ticket' }
  const verification = createVerification({
    attempts: stores.attempts,
    attemptIds,
    limits,
    fingerprint,
    room: createRoom(100),
    readHistory: null,
    runner: createCheckRunner({ ask, attempts: stores.attempts, tickets, now }),
    budgetMs: 60_000,
  })
  return { stores, attemptIds, verification, waiting, notify }
}

function reply(fate: Fate, { typed, token }: Ask) {
  return (msgId: string): PlatformReply => {
    if (fate === 'timeout' || fate === 'network') return { answered: false, fault: fate, error: new Error(fate) }
    const compared = token === tokens.garbage ? '120020' : token.endsWith(typed) ? '000' : '001'
    const resultCode = fate === 'compared' ? compared : fate
    return { answered: true, status: 200, text: JSON.stringify({ header: { resultCode, msgId, appId: APP_ID } }) }
  }
}

type World = ReturnType<typeof setUp>

/** Sends one verify. Returns what lets the platform answer it. */
async function send(
  { stores, attemptIds, verification, waiting, notify }: World,
  { typed, token }: Ask,
  session: string,
) {
  const id = randomBytes(16).toString('hex')
  const attemptId = attemptIds.create(attemptIds.shortenHash(fingerprint('session', session)))
  const asked = new Promise<void>((resolve) => notify.set(id, resolve))
  await stores.attempts.put(attemptId, { traceId: id, msgId: id, session, consent: 'kept' }, 600_000)
  const request = { attemptId, phone: typed, token, userInformation: id }
  const running: ReturnType<Verification['verify']> = verification.verify(request, { client: CLIENT })
  await Promise.race([asked, running.catch(() => undefined)])
  return async (fate: Fate) => {
    waiting.get(id)?.(reply(fate, { typed, token }))
    return running.catch((error) => error)
  }
}

const request = fc.record<Request>({
  typed: fc.constantFrom(VICTIM, VICTIM, STRANGER),
  token: fc.constantFrom(tokens.stranger, tokens.garbage),
  fate: fc.constantFrom('compared', '121011', '102315', '120020', '999999', 'timeout', 'network'),
  session: fc.nat({ max: SESSIONS - 1 }),
  when: fc.constantFrom('now', 'during', 'after'),
})

interface Pending extends Request {
  answer(fate: Fate): Promise<unknown>
}

/** Sends all requests. Returns those that the platform has yet to answer. */
async function sendAll(world: World, requests: readonly Request[]): Promise<Pending[]> {
  const sessions = Array.from({ length: SESSIONS }, createSession)
  const pending: Pending[] = []
  for (const request of requests) {
    const answer = await send(world, request, sessions[request.session]!)
    if (request.when === 'now') await answer(request.fate)
    else pending.push({ ...request, answer })
  }
  return pending
}

async function answerThose(pending: readonly Pending[], when: Request['when']): Promise<void> {
  for (const { fate, answer } of pending.filter((request) => request.when === when)) await answer(fate)
}

async function logIn(world: World): Promise<unknown> {
  return (await send(world, { typed: VICTIM, token: tokens.victim }, createSession()))('compared')
}

it('no sequence of requests without a token of a number, running ones included, reduces its allowance', async () => {
  const property = fc.asyncProperty(fc.array(request, { maxLength: 40 }), async (requests) => {
    const world = setUp()
    const pending = await sendAll(world, requests)
    expect(await logIn(world)).toMatchObject({ outcome: 'verified' })
    await answerThose(pending, 'during')
    for (let check = 1; check < DAILY; check += 1) expect(await logIn(world)).toMatchObject({ outcome: 'verified' })
    await answerThose(pending, 'after')
    expect(await logIn(world)).toMatchObject({ outcome: 'dailyLimit', code: '121011' })
  })
  await fc.assert(property, { numRuns: 100 })
})

it('an answer to a stranger’s number is the same whether its owner logged in or not', async () => {
  const answers = []
  for (const logins of [0, 1, DAILY - 1]) {
    const world = setUp()
    for (let login = 0; login < logins; login += 1) await logIn(world)
    const stranger = await send(world, { typed: VICTIM, token: tokens.stranger }, createSession())
    const { traceId: _, ...answer } = Object(await stranger('compared'))
    answers.push(answer)
  }
  expect(answers).toEqual(Array(3).fill({ outcome: 'notThisNumber', code: '001', attemptsLeft: 4 }))
})
