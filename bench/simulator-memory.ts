// Whether the simulator's memory grows with the logins it has seen: the heap after garbage collection, round by round, with
// the database in memory and in a file. Client and simulator share the process. Loopback only.
// node --conditions=@local-number/source --import tsx --expose-gc bench/simulator-memory.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '../packages/testing/simulator/src'
import { FILED_APP } from '../packages/testing/simulator/test/support/customer'
import { tokenOn, verify } from '../packages/testing/simulator/test/support/phone'

const LOGINS = Number(process.env.MEMORY_LOGINS ?? 50_000)
const ROUNDS = 10
const A_ROUND = Math.ceil(LOGINS / ROUNDS)
/** Bytes that the heap may grow by with each login: less than one token in it would be. */
const MOST_PER_LOGIN = 48

async function login(simulator: Simulator): Promise<void> {
  const token = await tokenOn(simulator.origin)
  const code = await verify(simulator, { phone: '13800138000', token })
  if (code !== '000') throw new Error(`a login ended with ${code}`)
}

/** Bytes after garbage collection. Twice: what the first run finalizes, the second frees. */
function memory(): { readonly heap: number; readonly rss: number } {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed, rss }
}

/** Of the straight line that fits best, over the rounds from the second on; by then every table is full. */
function slope(bytes: readonly number[]): number {
  const from = bytes.slice(1)
  const middle = (from.length - 1) / 2
  const mean = from.reduce((sum, value) => sum + value, 0) / from.length
  const rise = from.reduce((sum, value, round) => sum + (round - middle) * (value - mean), 0)
  const run = from.reduce((sum, _, round) => sum + (round - middle) ** 2, 0)
  return rise / run / A_ROUND
}

const megabytes = (bytes: readonly number[]) => bytes.map((value) => (value / 1e6).toFixed(1)).join(' ')

async function measure(where: string, database: string): Promise<number> {
  const simulator = await startSimulator({ database, apps: [{ ...FILED_APP, dailyLimit: LOGINS }] })
  const rounds: ReturnType<typeof memory>[] = []
  const began = performance.now()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let count = 0; count < A_ROUND; count += 1) await login(simulator)
    rounds.push(memory())
  }
  const rate = (ROUNDS * A_ROUND * 1000) / (performance.now() - began)
  await simulator.stop()
  const [heaps, sizes] = [rounds.map(({ heap }) => heap), rounds.map(({ rss }) => rss)]
  console.log(`\ndatabase ${where}: ${ROUNDS * A_ROUND} logins, ${rate.toFixed(0)} a second`)
  console.log(
    `heap after GC by round, MB: ${megabytes(heaps)}; from round two on ${slope(heaps).toFixed(1)} bytes a login`,
  )
  console.log(`resident, MB: ${megabytes(sizes)}; from round two on ${slope(sizes).toFixed(1)} bytes a login`)
  return slope(heaps)
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-memory-'))
  const slopes = [await measure('in memory', ':memory:'), await measure('in a file', join(folder, 'simulator.db'))]
  rmSync(folder, { recursive: true })
  if (Math.max(...slopes) > MOST_PER_LOGIN) process.exitCode = 1
}

void main()
