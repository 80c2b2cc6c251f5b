// `npm test`: every check, one after the other, all of them even when one fails; ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './chromium.mjs'
import { GATES } from './gates.mjs'

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' }

mkdirSync('reports', { recursive: true })
const began = Date.now()
const results = [ensureChromium(), ...GATES.map(run)]

console.log('')
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name.padEnd(28)} ${passed} passed, ${failed} failed, ${seconds} s`)
}
const sum = (field) => results.reduce((total, result) => total + result[field], 0)
console.log(`in ${Math.round((Date.now() - began) / 1000)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1

function run({ name, command, report, counts }) {
  console.log(`\n── ${name}: ${command}`)
  if (report) rmSync(report, { force: true })
  const start = Date.now()
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], env })
  const seconds = Math.round((Date.now() - start) / 1000)
  return { name, seconds, ...outcome(status, report, counts) }
}

/** A runner that ran no test, or left no report, has failed whatever its exit code. */
function outcome(status, report, counts) {
  if (!report) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const { passed, failed } = counts(JSON.parse(readFileSync(report, 'utf8')))
    const missed = failed === 0 && (status !== 0 || passed === 0)
    return { passed, failed: missed ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
