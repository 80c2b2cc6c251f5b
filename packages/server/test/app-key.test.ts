// The appKey never leaves the server: no answer, no log line and no error contains it, in any edition, whatever is
// sent and whatever the platform answers.
import { createHash } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BUSINESS_PATHS, EDITION_NAMES, type Edition } from '@local-number/protocol'
import fc from 'fast-check'
import Koa from 'koa'
import { createLocalNumberServer, type Log, type LogFields } from '../src'
import { createCloudFunction } from '../src/cloud'
import { localNumber } from '../src/koa'
import {
  type Business,
  createFacts,
  createId,
  createSession,
  NOON,
  OPTIONS,
  PHONE,
  startBusiness,
} from './support/business'
import { serverEnvironment } from './support/environment'
import { type Answer, answerCode } from './support/platform-stand-in'
import { findProblems } from './support/problems'
import { httpsPreSign, imagePreSign } from './support/signable-texts'

/** With characters that JSON, HTML and URLs write differently. */
const APP_KEY = 'q7"K\\<v2/Z+x=%41&ö…sE3cR3t'

/** The key as an answer or a line might write it. */
const FORMS: readonly string[] = [
  APP_KEY,
  JSON.stringify(APP_KEY).slice(1, -1),
  encodeURIComponent(APP_KEY),
  ...(['base64', 'base64url', 'hex'] as const).map((encoding) => Buffer.from(APP_KEY).toString(encoding)),
  // A hash of it alone could be looked up.
  ...['md5', 'sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(APP_KEY).digest('hex')),
  // A part is as bad.
  'sE3cR3t',
]
const findLeaks = (text: string) => FORMS.filter((form) => text.toLowerCase().includes(form.toLowerCase()))

const lines: string[] = []
const write = (fields: LogFields, message: string) => void lines.push(JSON.stringify({ ...fields, message }))
const log: Log = { info: write, warn: write, error: write }

const running: { business: Business; http: Server }[] = []
const hosts = new Map<string, { business: Business; origin: string }>()
afterAll(async () => {
  for (const { business, http } of running) {
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
    await business.stop()
  }
})

async function getHost(editions: readonly Edition[]) {
  const known = hosts.get(editions.join())
  if (known) return known
  const business = await startBusiness({ appKey: APP_KEY, editions, log, onConsent: undefined })
  const app = new Koa()
  app.use(localNumber(business.server).routes())
  const http = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  running.push({ business, http })
  const host = { business, origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }
  hosts.set(editions.join(), host)
  return host
}

const hostileText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '{{ appKey }}',
    '<%= appKey %>',
    '%s%n',
    '../../appKey',
    '__proto__',
    "' OR 1=1 --",
    '\u0000',
    '\ud800',
    '',
  ),
)
const hostile = fc.oneof({ weight: 3, arbitrary: hostileText }, fc.jsonValue({ maxDepth: 2 }))

/** Mostly what is documented: a request with something hostile in every field gets no further than the first check. */
const mostly = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 8, arbitrary }, hostile)
const made = (make: () => string) => fc.constant(null).map(make)

const subject = fc.oneof(
  fc.record({ preSign: mostly(fc.oneof(imagePreSign, httpsPreSign)) }),
  fc.record({ edition: mostly(fc.constantFrom('httpsMiniProgram', 'httpsH5')) }),
  fc.record({ preSign: hostile, edition: fc.constantFrom(...EDITION_NAMES) }),
)
const signBody = fc
  .tuple(
    subject,
    fc.record({ consent: mostly(fc.constant({ version: '2026-01' })), session: mostly(made(createSession)) }),
    fc.record({ appKey: hostile, debug: fc.boolean() }, { requiredKeys: [] }),
  )
  .map((parts) => Object.assign({}, ...parts) as object)
const verifyBody = fc.record({
  phone: mostly(fc.constant(PHONE)),
  token: mostly(made(createId)),
  userInformation: mostly(fc.constant('ZQ%3D%3D')),
})

/** What the platform sends back, among it all that it was sent. */
const ANSWERS: readonly Answer[] = [
  answerCode('000'),
  answerCode('001'),
  answerCode('120020'),
  (message, response) => void response.end(JSON.stringify(message)),
  (message, response) => void response.writeHead(500).end(`<html>${JSON.stringify(message)}`),
  (_, response) => void response.destroy(),
]

interface Sent {
  readonly status: number
  readonly text: string
}

async function post(origin: string, path: string, body: unknown): Promise<Sent> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const head = JSON.stringify([...response.headers])
  return { status: response.status, text: `${head}\n${await response.text()}` }
}

const readBody = ({ text }: Sent): { attemptId?: string } => JSON.parse(text.slice(text.indexOf('\n') + 1))

const login = fc.record({
  editions: fc.subarray([...EDITION_NAMES], { minLength: 1 }),
  sign: signBody,
  verify: verifyBody,
  answer: fc.constantFrom(...ANSWERS),
})

test('no answer and no log line contains it, over HTTP', async () => {
  let signed = 0
  await fc.assert(
    fc.asyncProperty(login, async ({ editions, sign, verify, answer }) => {
      lines.length = 0
      const { business, origin } = await getHost(editions)
      business.platform.answerWith(answer)
      const first = await post(origin, BUSINESS_PATHS.sign, sign)
      const { attemptId = 'a'.repeat(43) } = readBody(first)
      if (first.status === 200) signed += 1
      const second = await post(origin, BUSINESS_PATHS.verify, { ...verify, attemptId })
      expect(lines).not.toHaveLength(0)
      expect(findLeaks([first.text, second.text, ...lines].join('\n'))).toEqual([])
    }),
    { numRuns: 150 },
  )
  expect(signed).toBeGreaterThan(25)
})

test('no answer and no log line contains it, through a cloud function', async () => {
  const { business } = await getHost(EDITION_NAMES)
  const main = createCloudFunction(business.server)
  await fc.assert(
    fc.asyncProperty(signBody, hostile, async (body, traceId) => {
      lines.length = 0
      const answer = await main({ path: BUSINESS_PATHS.sign, traceId, body })
      expect(findLeaks(JSON.stringify([answer, lines]))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test.each<[string, object]>([
  ['a store fails', { stores: { preSigns: { addOnce: fail }, attempts: { put: fail }, counters: { add: fail } } }],
  ['the receipt cannot be kept', { onConsent: fail }],
  ['the clock is out of range', { now: () => Number.MAX_SAFE_INTEGER }],
])('no error contains it if %s', async (_, changes) => {
  const server = createLocalNumberServer({ ...OPTIONS, appKey: APP_KEY, editions: EDITION_NAMES, log, ...changes })
  const request = { edition: 'httpsH5', consent: { version: '2026-01' }, session: createSession() }
  const error = await server.sign(request, createFacts()).then(
    () => 'it was signed',
    (thrown: Error) => thrown,
  )
  expect(error).toBeInstanceOf(Error)
  const { stack, cause } = error as Error
  expect(findLeaks(JSON.stringify([{ ...(error as Error) }, String(error), stack, String(cause)]))).toEqual([])
  await server.close()
})

async function fail(): Promise<never> {
  throw new Error('out of order')
}

test('no refused configuration contains it, as an option or as a variable', () => {
  const broken = { ...OPTIONS, appKey: APP_KEY, appId: APP_KEY, hashSecret: 'short', editions: [APP_KEY] }
  expect(() => createLocalNumberServer(broken as never)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('sE3cR3t') }),
  )
  fc.assert(
    fc.property(fc.subarray(Object.keys(serverEnvironment)), fc.constantFrom('production', 'test'), (unset, mode) => {
      const env: Record<string, string> = {
        ...serverEnvironment,
        LOCAL_NUMBER_APP_KEY: APP_KEY.slice(-8),
        NODE_ENV: mode,
      }
      for (const name of unset.filter((name) => name !== 'LOCAL_NUMBER_APP_KEY')) env[name] = ''
      const problems = findProblems({ ...env, LOCAL_NUMBER_EDITIONS: 'httpsH5', LOCAL_NUMBER_DAILY_LIMIT: '0' })
      expect(problems).not.toEqual([])
      expect(findLeaks(problems.join('\n'))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('the signature is the only trace of it, and differs with every attempt', async () => {
  const { business } = await getHost(EDITION_NAMES)
  business.clock.ms = NOON
  const signs = await Promise.all(Array.from({ length: 50 }, () => business.signIds('httpsH5')))
  expect(new Set(signs.map(({ sign }) => sign)).size).toBe(50)
})
