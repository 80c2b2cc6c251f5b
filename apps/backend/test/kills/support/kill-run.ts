// Kills processes of the service under load, and then proves that nothing is lost that they had acknowledged.
import { createSession } from '../../../../../packages/server/test/support/business'
import type { BackendProcess, BackendProcesses } from '../../support/processes'
import { type Balancer, createBalancer } from './balancer'
import { createLedger, type KeptVerdict, type Ledger, readVerdict, type SignedPreSign } from './ledger'
import { answerByToken, countCalls } from './platform'
import { readReceiptedTraceIds } from './receipts'
import { Visitor } from './visitor'

const VISITORS = 6
/** Kills with a ledger of their own, so that its verdicts are younger than the services keep them. */
const KILLS_PER_ROUND = 10
/** Requests before each kill; chance picks how many. */
const FEWEST_REQUESTS = 15
const MOST_REQUESTS = 45
/** Requests while the killed process starts. */
const REQUESTS_MEANWHILE = 15
/** In ms: the services keep a verdict for 120 s, and judge a pre-sign's time by as much. */
const OLDEST_MS = 100_000
const AT_A_TIME = 20

export interface KillReport {
  readonly kills: number
  readonly signatures: number
  readonly verdicts: number
  /** Verdicts whose end was lost with their process. */
  readonly lost: number
  /** How many signatures and verdicts were asked for again. */
  readonly confirmed: number
  readonly problems: readonly string[]
}

export const KILL_VARIABLES = {
  LOCAL_NUMBER_SIGNS_PER_IPV4: '1000000',
  LOCAL_NUMBER_FAILED_CHECKS_PER_CLIENT: '1000000',
  LOCAL_NUMBER_DAILY_LIMIT: '3',
  LOCAL_NUMBER_RECEIPTS: 'sqlite',
  LOCAL_NUMBER_EDITIONS: 'miniProgram,httpsMiniProgram',
}

export interface KillCounts {
  /** How many processes share the store. */
  readonly backends: number
  readonly kills: number
}

export async function runKills(processes: BackendProcesses, counts: KillCounts): Promise<KillReport> {
  const { kills } = counts
  answerByToken(processes.platform)
  const backends = await Promise.all(Array.from({ length: counts.backends }, () => processes.start()))
  const rounds: KillReport[] = []
  for (let left = kills; left > 0; left -= KILLS_PER_ROUND) {
    rounds.push(await runRound(processes, backends, Math.min(left, KILLS_PER_ROUND)))
  }
  const sum = (name: keyof Omit<KillReport, 'problems'>) => rounds.reduce((all, each) => all + each[name], 0)
  return {
    kills: sum('kills'),
    signatures: sum('signatures'),
    verdicts: sum('verdicts'),
    lost: sum('lost'),
    confirmed: sum('confirmed'),
    problems: rounds.flatMap(({ problems }) => problems),
  }
}

async function runRound(
  { platform, folder }: BackendProcesses,
  backends: readonly BackendProcess[],
  kills: number,
): Promise<KillReport> {
  const ledger = createLedger()
  platform.requests.length = 0
  const balancer = createBalancer(backends)
  await killUnderLoad(balancer, ledger, kills)
  const confirmed = await confirmAll(balancer, ledger)
  const receipted = readReceiptedTraceIds(folder)
  for (const traceId of ledger.consents) if (!receipted.has(traceId)) ledger.problems.push(`no receipt of ${traceId}`)
  const calls = countCalls(platform)
  for (const { request, verdict } of ledger.verdicts) checkCalls(ledger, calls.get(request.token) ?? 0, verdict)
  return {
    kills,
    signatures: ledger.signed.length,
    verdicts: ledger.verdicts.length,
    lost: ledger.verdicts.filter(({ verdict }) => verdict.code === 'answerLost').length,
    confirmed,
    problems: ledger.problems,
  }
}

async function killUnderLoad(balancer: Balancer, ledger: Ledger, kills: number): Promise<void> {
  let isOver = false
  const visitors = Array.from({ length: VISITORS }, async () => {
    const visitor = new Visitor(balancer, ledger)
    // A visitor who gave up would leave the others waiting.
    while (!isOver) await visitor.logIn().catch((error: Error) => void ledger.problems.push(`${error} ${error.cause}`))
  })
  const killing = async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      await balancer.letOut(FEWEST_REQUESTS + Math.floor(Math.random() * (MOST_REQUESTS - FEWEST_REQUESTS)))
      await Promise.all([balancer.killOne(), balancer.letOut(REQUESTS_MEANWHILE)])
    }
  }
  const ended = killing().finally(() => {
    isOver = true
    void balancer.letOut(Number.POSITIVE_INFINITY)
  })
  await Promise.all([ended, ...visitors])
}

/**
 * Asks for everything once more: the verdicts are the same, and no pre-sign is signed again. Returns how often it
 * asked.
 */
async function confirmAll(balancer: Balancer, { signed, verdicts, problems }: Ledger): Promise<number> {
  const confirmVerdict = async ({ request, verdict }: KeptVerdict) => {
    const again = readVerdict((await balancer.ask<object>('verify', request)).answer)
    if (JSON.stringify(again) !== JSON.stringify(verdict)) {
      problems.push(`a verdict changed: ${JSON.stringify({ verdict, again })}`)
    }
  }
  const confirmPreSign = async ({ preSign }: SignedPreSign) => {
    const request = { preSign, consent: { version: '1' }, session: createSession() }
    const { body } = (await balancer.ask<{ code?: string }>('sign', request)).answer
    if (body.code !== 'preSignReplayed') problems.push(`a pre-sign was signed again: ${JSON.stringify(body)}`)
  }
  const all = [
    ...verdicts.map((each) => ({ at: each.at, confirm: () => confirmVerdict(each) })),
    ...signed.map((each) => ({ at: each.at, confirm: () => confirmPreSign(each) })),
  ]
  let confirmed = 0
  while (all.length > 0) {
    const fresh = all.splice(0, AT_A_TIME).filter(({ at }) => Date.now() - at < OLDEST_MS)
    await Promise.all(fresh.map(({ confirm }) => confirm()))
    confirmed += fresh.length
  }
  return confirmed
}

/** The platform was asked once about what it judged, and about nothing more often. */
function checkCalls({ problems }: Ledger, calls: number, verdict: ReturnType<typeof readVerdict>): void {
  const isJudged = verdict.status === 200 && verdict.outcome !== 'dailyLimit' && verdict.code !== 'answerLost'
  if (calls > 1 || (isJudged && calls === 0)) problems.push(`${calls} calls: ${JSON.stringify(verdict)}`)
}
