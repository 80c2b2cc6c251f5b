// Many logins through one stack in this process: how long they take, and whether memory grows. Loopback only.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoginSummary, runLogin } from '../apps/stack/src/cli/run-login'
import { surroundings } from '../apps/stack/src/cli/surroundings'
import { ANY_PORTS } from '../apps/stack/src/config'
import { startStack } from '../apps/stack/src/start-stack'

const LOGINS = Number(process.env.SOAK_LOGINS ?? 5000)
const AT_ONCE = 8
/** As many as the backend lets one number be checked in a day; each round has a number of its own. */
const A_ROUND = 500
const ROUNDS = Math.ceil(LOGINS / A_ROUND)

const env = {
  ...ANY_PORTS,
  DATA_DIR: mkdtempSync(join(tmpdir(), 'local-number-soak-')),
  SIMULATOR_DAILY_LIMIT: String(A_ROUND),
  LOCAL_NUMBER_DAILY_LIMIT: String(A_ROUND),
}

async function main(): Promise<void> {
  const stack = await startStack({ env })
  const ports = { SIMULATOR_PORT: new URL(stack.simulator.origin).port, BACKEND_PORT: new URL(stack.backend.url).port }
  const around = await surroundings({ ...env, ...ports }, undefined)
  const began = performance.now()
  const summaries: LoginSummary[] = []
  const heaps: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const msisdn = `138${String(round).padStart(8, '0')}`
    stack.simulator.updateHandset('cm-5g', { msisdn })
    summaries.push(...(await inParallel(A_ROUND, () => runLogin(msisdn, around, () => undefined))))
    heaps.push(heapAfterGc())
  }
  const seconds = (performance.now() - began) / 1000
  await stack.stop()
  report(summaries, heaps, seconds)
}

async function inParallel<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let begun = 0
  const worker = async () => {
    while (begun < count) {
      begun += 1
      results.push(await work())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

function heapAfterGc(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function report(summaries: readonly LoginSummary[], heaps: readonly number[], seconds: number): void {
  const verified = summaries.filter(({ outcome }) => outcome === 'verified').length
  const times = summaries.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]
  const [first = 0, last = 0] = [heaps[1], heaps.at(-1)]
  const perLogin = (last - first) / (A_ROUND * (ROUNDS - 2))
  console.log(`${verified} of ${summaries.length} logins verified, ${(summaries.length / seconds).toFixed(0)} a second`)
  console.log(`p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${AT_ONCE} at once`)
  console.log(`heap after GC by round, MB: ${heaps.map((bytes) => (bytes / 1e6).toFixed(1)).join(' ')}`)
  console.log(`slope from the second round on: ${perLogin.toFixed(0)} bytes a login`)
  if (verified !== summaries.length) process.exitCode = 1
}

main()
