// Measures whether the simulator's memory grows with the number of logins: the heap after garbage collection, round by
// round, with the database in memory and in a file. Client and simulator share the process and use loopback only.
// node --conditions=@local-number/source --import tsx --expose-gc bench/simulator-memory.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '../packages/testing/simulator/src'
import { REGISTERED_APP } from '../packages/testing/simulator/test/support/customer'
import { obtainToken, verify } from '../packages/testing/simulator/test/support/phone'

const LOGINS = Number(process.env.MEMORY_LOGINS ?? 50_000)
const ROUNDS = 10
const LOGINS_PER_ROUND = Math.ceil(LOGINS / ROUNDS)
/** Bytes by which each login may grow the heap: a token that stays would be more. */
const MOST_PER_LOGIN = 48

async function logIn(simulator: Simulator): Promise<void> {
  const token = await obtainToken(simulator.origin)
  const code = await verify(simulator, { phone: '13800138000', token })
  if (code !== '000') throw new Error(`a login ended with ${code}`)
}

/** Bytes after garbage collection. Twice, since the second run frees what the first one finalizes. */
function measureMemory(): { readonly heap: number; readonly rss: number } {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed, rss }
}

/** The slope of the line of best fit, from the second round on: by then every table is full. */
function computeSlope(bytes: readonly number[]): number {
  const from = bytes.slice(1)
  const middle = (from.length - 1) / 2
  const mean = from.reduce((sum, value) => sum + value, 0) / from.length
  const rise = from.reduce((sum, value, round) => sum + (round - middle) * (value - mean), 0)
  const run = from.reduce((sum, _, round) => sum + (round - middle) ** 2, 0)
  return rise / run / LOGINS_PER_ROUND
}

function formatMegabytes(bytes: readonly number[]): string {
  return bytes.map((value) => (value / 1e6).toFixed(1)).join(' ')
}

async function measure(where: string, database: string): Promise<number> {
  const simulator = await startSimulator({ database, apps: [{ ...REGISTERED_APP, dailyLimit: LOGINS }] })
  const rounds: ReturnType<typeof measureMemory>[] = []
  const began = performance.now()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let count = 0; count < LOGINS_PER_ROUND; count += 1) await logIn(simulator)
    rounds.push(measureMemory())
  }
  const rate = (ROUNDS * LOGINS_PER_ROUND * 1000) / (performance.now() - began)
  await simulator.stop()
  const [heaps, sizes] = [rounds.map(({ heap }) => heap), rounds.map(({ rss }) => rss)]
  console.log(`\ndatabase ${where}: ${ROUNDS * LOGINS_PER_ROUND} logins, ${rate.toFixed(0)} per second`)
  console.log(
    `heap after GC by round, MB: ${formatMegabytes(heaps)}; from round two on ${computeSlope(heaps).toFixed(1)} bytes per login`,
  )
  console.log(
    `resident, MB: ${formatMegabytes(sizes)}; from round two on ${computeSlope(sizes).toFixed(1)} bytes per login`,
  )
  return computeSlope(heaps)
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-memory-'))
  const slopes = [await measure('in memory', ':memory:'), await measure('in a file', join(folder, 'simulator.db'))]
  rmSync(folder, { recursive: true })
  if (Math.max(...slopes) > MOST_PER_LOGIN) process.exitCode = 1
}

void main()
