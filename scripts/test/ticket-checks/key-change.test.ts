// The steps by which the backend guide changes the ticket key, run as printed against the Koa server: two processes
// that restart one after the other, behind a cache of their key set, while logins and checks go on all the time.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryOnceStore, createTicketChecker, type TicketChecker } from '@local-number/server/ticket'
import { createPreSign, createSession, createWrongNumber } from '../../../packages/server/test/support/business'
import { readSteps, type Step } from '../../ticket-checks/key-change-steps'
import { type Clock, type KeyCache, type Processes, startKeyCache, startProcesses } from '../../ticket-checks/processes'
import { GUIDES } from '../../ticket-checks/programs'

const NOON = Date.UTC(2026, 10, 22, 4, 0, 0)
/** A login and its checks every 5 s. */
const TICK_MS = 5_000
/** As long as a ticket is valid. */
const LATE_MS = 55_000

let folder: string
let clock: Clock
let processes: Processes
let cache: KeyCache
let env: Record<string, string>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-key-change-'))
  clock = { ms: NOON }
  // jose asks this clock when it fetches the key set.
  jest.spyOn(Date, 'now').mockImplementation(() => clock.ms)
  env = { LOCAL_NUMBER_TICKET_PRIVATE_KEY_FILE: 'ticket.pem' }
  runScript('openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ticket.pem')
  processes = await startProcesses({ env: toPaths(env), clock })
  cache = await startKeyCache({ origin: processes.origin, clock })
})
afterEach(async () => {
  await cache.stop()
  await processes.stop()
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** Runs commands in the folder of the keys, and keeps what they do to the tickets' variables. */
function runScript(script: string): void {
  const shell = `set -e\n${script}\nenv -0`
  const { PATH = '' } = process.env
  const printed = execFileSync('bash', ['-c', shell], {
    cwd: folder,
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const variables = printed
    .toString()
    .split('\0')
    .filter((each) => each.startsWith('LOCAL_NUMBER_TICKET_'))
  env = Object.fromEntries(variables.map((each) => each.split('=') as [string, string]))
}

const toPaths = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)]))

const createChecker = (origin: string): TicketChecker =>
  createTicketChecker({
    key: { jwks: `${origin}/api/local-number/jwks.json` },
    issuer: 'local-number',
    audience: 'local-number',
    spent: createMemoryOnceStore(),
    now: () => clock.ms,
  })

/** Logs in and checks all the time while `pass` lets time pass, and collects what fails. */
function startChecking() {
  const checkers = { direct: createChecker(processes.origin), cached: createChecker(cache.origin) }
  const rare = createChecker(cache.origin)
  /** Those that fetched the set less than half a minute ago, and do not ask again before. */
  let started: readonly TicketChecker[] = []
  const waiting: { readonly ticket: string; readonly until: number }[] = []
  const failures: string[] = []
  let logins = 0

  async function check(name: string, checker: TicketChecker, ticket: string): Promise<void> {
    await checker.check(ticket).catch((error) => {
      failures.push(`${name} at ${(clock.ms - NOON) / 1000} s: ${error.message}`)
    })
  }

  async function tick(): Promise<void> {
    logins += 1
    const login = { preSign: createPreSign(clock.ms), session: createSession(), phone: createWrongNumber(logins) }
    const ticket = await processes.logIn(login)
    for (const [name, checker] of Object.entries(checkers)) await check(name, checker, ticket)
    started = [...started.slice(-5), createChecker(cache.origin)]
    for (const checker of started) await check('just started', checker, ticket)
    if (logins % 20 === 0) await check('rare', rare, ticket)
    waiting.push({ ticket, until: clock.ms + LATE_MS })
    const isDue = waiting[0] && waiting[0].until <= clock.ms
    if (isDue) await check('late', createChecker(processes.origin), waiting.shift()?.ticket ?? '')
  }

  return {
    failures,
    async pass(ms: number) {
      for (const end = clock.ms + ms; clock.ms < end; clock.ms += TICK_MS) await tick()
    },
  }
}

/** @returns the checks that failed */
async function changeKey(steps: readonly Step[]): Promise<readonly string[]> {
  const { failures, pass } = startChecking()
  await pass(30_000)
  for (const { waitMs, script } of steps) {
    await pass(waitMs)
    runScript(script)
    await processes.restart(0, toPaths(env))
    await pass(10_000)
    // The cache may ask in the last moment before a step is done.
    await cache.refill(1)
    await processes.restart(1, toPaths(env))
  }
  await pass(120_000)
  return failures
}

test('the steps of the guide change the key, and no check fails', async () => {
  const before = await processes.readKeyIds()
  expect(await changeKey(readSteps('docs/en/backend.md'))).toEqual([])
  const after = await processes.readKeyIds()
  expect([before.length, after.length]).toEqual([1, 1])
  expect(after).not.toEqual(before)
})

test.each([2, 3])('without the wait of step %d, checks fail', async (number) => {
  const steps = readSteps('docs/en/backend.md')
  const failures = await changeKey(steps.map((step, at) => (at === number - 1 ? { ...step, waitMs: 0 } : step)))
  expect(failures.length).toBeGreaterThan(0)
})

test('the steps are the same in both languages', () => {
  const [english, chinese] = GUIDES.map(readSteps)
  expect(english?.map(({ waitMs }) => waitMs)).toEqual([0, 300_000, 190_000])
  expect(chinese).toEqual(english)
})
