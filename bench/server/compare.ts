// Compares servers under the same load. They take many short turns, so that whatever else the machine does meets all of
// them. Rates are medians over the turns. CPU times are lower quartiles: what shares caches and cores with a server
// only adds to them.
import { findMedian, findPercentile } from './figures'
import type { Ask, LoadFacts, LoadReport } from './load-main'
import type { BenchProcess } from './processes'

export interface Scale {
  /** How many turns each contender has. */
  readonly rounds: number
  /** How long a turn takes, about. */
  readonly seconds: number
  /** Requests before the first turn: until then, a server's code is not compiled for speed. */
  readonly warmUp: number
}

export interface Contender {
  readonly name: string
  readonly server: BenchProcess
  /** Whether a verify needs an attempt of this server. */
  readonly needsAttempts?: boolean
}

export interface Turn {
  readonly perSecond: number
  /** CPU time of the server for each request, in µs. */
  readonly cpu: number
  /** Of the generator: from 0 to 1. */
  readonly busy: number
}

export interface LoadOptions {
  readonly generator: BenchProcess
  readonly ask: Ask
  readonly scale: Scale
  readonly connections?: number
}

const CONNECTIONS = 32
const WARM_UP_STEP = 500
/** From this share on, the generator was the bottleneck. */
export const MOST_BUSY = 0.95

async function takeTurn({ server, needsAttempts }: Contender, requests: number, options: LoadOptions): Promise<Turn> {
  const { generator, ask, connections = CONNECTIONS } = options
  const facts: LoadFacts = { ask, urls: [server.url], requests, connections, needsAttempts }
  // What a verify's attempts cost is measured first, and left out.
  await generator.ask('prepare', facts)
  const before = await server.readUsage()
  const { seconds, busy } = await generator.ask<LoadReport>('load')
  const after = await server.readUsage()
  return { perSecond: requests / seconds, cpu: (after.cpu - before.cpu) / requests, busy }
}

/** For no longer than all turns take. Returns how many requests the server then answers in a second. */
async function warm(contender: Contender, options: LoadOptions): Promise<number> {
  const { warmUp, seconds, rounds } = options.scale
  const deadline = performance.now() + seconds * rounds * 1_000
  let perSecond = 0
  for (let done = 0; done < warmUp && performance.now() < deadline; done += WARM_UP_STEP) {
    perSecond = (await takeTurn(contender, WARM_UP_STEP, options)).perSecond
  }
  return perSecond
}

/** By contender: its turns, in their order. */
export type Turns = ReadonlyMap<string, readonly Turn[]>

export async function takeTurns(contenders: readonly Contender[], options: LoadOptions): Promise<Turns> {
  const { rounds, seconds } = options.scale
  const turns = new Map<string, Turn[]>()
  const sizes = new Map<string, number>()
  for (const contender of contenders) {
    const perSecond = await warm(contender, options)
    sizes.set(contender.name, Math.ceil(perSecond * seconds))
    turns.set(contender.name, [])
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      turns.get(contender.name)?.push(await takeTurn(contender, sizes.get(contender.name) ?? WARM_UP_STEP, options))
    }
  }
  return turns
}

export interface Comparison {
  readonly perSecond: number
  readonly cpu: number
  /** Rate ÷ rate of the baseline. */
  readonly rateRatio: number
  /** CPU of the baseline ÷ CPU. */
  readonly cpuRatio: number
  /** CPU for each request above the baseline's, in µs. */
  readonly cpuAbove: number
  readonly invalid: string | undefined
}

export function compareTurns(turns: Turns, name: string, baseline: string): Comparison {
  const [own, base] = [turns.get(name) ?? [], turns.get(baseline) ?? []]
  const findOver = (read: (own: Turn, base: Turn) => number) =>
    findMedian(own.map((turn, round) => read(turn, base[round] as Turn)))
  const [cpu, baseCpu] = [findCpu(own), findCpu(base)]
  const busy = findOver((a, b) => Math.max(a.busy, b.busy))
  return {
    perSecond: findOver((a) => a.perSecond),
    cpu,
    rateRatio: findOver((a, b) => a.perSecond / b.perSecond),
    cpuRatio: baseCpu / cpu,
    cpuAbove: cpu - baseCpu,
    invalid: describeSaturation(busy),
  }
}

function findCpu(turns: readonly Turn[]): number {
  return findPercentile(
    turns.map(({ cpu }) => cpu),
    0.25,
  )
}

export function describeSaturation(busy: number): string | undefined {
  return busy > MOST_BUSY ? `the generator was ${Math.round(busy * 100)} % busy` : undefined
}
