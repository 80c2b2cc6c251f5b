// Logins that begin at a rate, however the server fares: what waits is the users' time. Durations count from when a
// login was due.
import { performance } from 'node:perf_hooks'
import { BUSINESS_PATHS } from '@local-number/protocol'
import { createImageSign, createVerify } from './bodies'
import { findPercentile } from './figures'
import { createPoster, type Poster } from './post'

export interface OpenLoopFacts {
  readonly url: string
  readonly perSecond: number
  readonly seconds: number
}

export interface OpenLoopReport {
  readonly logins: number
  readonly verified: number
  /** Verified within a second from when they were due. */
  readonly inTime: number
  /** 503 with `Retry-After`. */
  readonly refused: number
  /** Neither: broken connections, other answers. */
  readonly failed: number
  /** Of the verified, in ms. */
  readonly p50: number
  readonly p99: number
  /** By how much the generator was late, in ms. */
  readonly lateP99: number
  readonly busy: number
}

const IN_TIME_MS = 1_000
/** Kept, as those of a reverse proxy are. Node accepts one new connection in each turn of the event loop. */
const CONNECTIONS = 1_024
/** A generator that is later than this misses its rate, in ms. */
const TICK_MS = 5

type End = 'verified' | 'refused' | 'failed'

async function logIn(poster: Poster, sign: string): Promise<End> {
  const signed = await poster.post(BUSINESS_PATHS.sign, sign)
  if (signed.status !== 200) return signed.status === 503 && signed.retryAfter ? 'refused' : 'failed'
  const body = JSON.stringify(createVerify(JSON.parse(signed.text).attemptId))
  const { status, retryAfter, text } = await poster.post(BUSINESS_PATHS.verify, body)
  if (status === 503 && retryAfter) return 'refused'
  return status === 200 && JSON.parse(text).outcome === 'verified' ? 'verified' : 'failed'
}

/** What the server answers to these does not matter. */
async function openConnections(poster: Poster): Promise<void> {
  const sign = () => poster.post(BUSINESS_PATHS.sign, JSON.stringify(createImageSign()))
  await Promise.allSettled(Array.from({ length: CONNECTIONS }, sign))
}

export async function runOpenLoop({ url, perSecond, seconds }: OpenLoopFacts): Promise<OpenLoopReport> {
  const poster = createPoster(url, CONNECTIONS)
  const bodies = Array.from({ length: Math.ceil(perSecond * seconds) }, () => JSON.stringify(createImageSign()))
  await openConnections(poster)
  const ends: Record<End, number> = { verified: 0, refused: 0, failed: 0 }
  const durations: number[] = []
  const late: number[] = []
  const running: Promise<void>[] = []
  const [start, loop] = [performance.now(), performance.eventLoopUtilization()]

  const begin = async (body: string, due: number) => {
    const end = await logIn(poster, body).catch((): End => 'failed')
    ends[end] += 1
    if (end === 'verified') durations.push(performance.now() - due)
  }

  for (let place = 0; place < bodies.length; ) {
    const now = performance.now()
    for (let due = start; place < bodies.length; place += 1) {
      due = start + (place * 1000) / perSecond
      if (due > now) break
      late.push(now - due)
      running.push(begin(bodies[place] as string, due))
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  }
  const busy = performance.eventLoopUtilization(loop).utilization
  await Promise.all(running)
  await poster.close()
  return {
    logins: bodies.length,
    ...ends,
    inTime: durations.filter((ms) => ms <= IN_TIME_MS).length,
    p50: findPercentile(durations, 0.5),
    p99: findPercentile(durations, 0.99),
    lateP99: findPercentile(late, 0.99),
    busy,
  }
}
