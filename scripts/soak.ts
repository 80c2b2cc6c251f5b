// Runs many logins through one stack in this process, on loopback only: measures their time and whether memory grows.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoginSummary, runLogin } from '../apps/stack/src/cli/run-login'
import { findTarget } from '../apps/stack/src/cli/target'
import { ANY_PORTS } from '../apps/stack/src/config'
import { startStack } from '../apps/stack/src/start-stack'

const LOGINS = Number(process.env.SOAK_LOGINS ?? 5000)
const CONCURRENCY = 8
/** Logins in a round. It is also the daily limit for one number, so each round has its own number. */
const ROUND_SIZE = 500
const ROUNDS = Math.ceil(LOGINS / ROUND_SIZE)

const env = {
  ...ANY_PORTS,
  DATA_DIR: mkdtempSync(join(tmpdir(), 'local-number-soak-')),
  SIMULATOR_DAILY_LIMIT: String(ROUND_SIZE),
  LOCAL_NUMBER_DAILY_LIMIT: String(ROUND_SIZE),
}

async function main(): Promise<void> {
  const stack = await startStack({ env })
  const ports = { SIMULATOR_PORT: new URL(stack.simulator.origin).port, BACKEND_PORT: new URL(stack.backend.url).port }
  const target = await findTarget({ ...env, ...ports }, { edition: 'image' })
  const start = performance.now()
  const summaries: LoginSummary[] = []
  const heaps: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const msisdn = `138${String(round).padStart(8, '0')}`
    stack.simulator.updateHandset('cm-5g', { msisdn })
    summaries.push(...(await repeatConcurrently(ROUND_SIZE, () => runLogin(msisdn, target, () => undefined))))
    heaps.push(measureHeap())
  }
  const seconds = (performance.now() - start) / 1000
  await stack.stop()
  printReport(summaries, heaps, seconds)
}

async function repeatConcurrently<T>(count: number, task: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let started = 0
  const worker = async () => {
    while (started < count) {
      started += 1
      results.push(await task())
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
  return results
}

function measureHeap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function printReport(summaries: readonly LoginSummary[], heaps: readonly number[], seconds: number): void {
  const verified = summaries.filter(({ outcome }) => outcome === 'verified').length
  const times = summaries.map(({ ms }) => ms).sort((a, b) => a - b)
  const percentile = (share: number) => times[Math.floor(share * (times.length - 1))]
  const [first = 0, last = 0] = [heaps[1], heaps.at(-1)]
  const perLogin = (last - first) / (ROUND_SIZE * (ROUNDS - 2))
  console.log(
    `${verified} of ${summaries.length} logins verified, ${(summaries.length / seconds).toFixed(0)} per second`,
  )
  console.log(
    `p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, p99 ${percentile(0.99)} ms, ${CONCURRENCY} concurrent`,
  )
  console.log(`heap after GC by round, MB: ${heaps.map((bytes) => (bytes / 1e6).toFixed(1)).join(' ')}`)
  console.log(`growth from the second round on: ${perLogin.toFixed(0)} bytes per login`)
  if (verified !== summaries.length) process.exitCode = 1
}

main()
