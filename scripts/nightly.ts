// `npm run nightly`: what takes longer than the gate may. `npm run nightly -- <job> …` runs single jobs, `-- --list`
// names them. Each takes 40 minutes at most. Run by hand; the figures go into the closing notes.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findMissingProgram, JOBS, type Job, selectJobs } from './nightly/jobs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const asked = process.argv.slice(2)

if (asked.includes('--list')) {
  for (const [name, { purpose }] of Object.entries(JOBS)) console.log(`${name.padEnd(16)} ${purpose}`)
} else {
  runJobs(selectJobs(asked))
}

type Result = 'passed' | 'failed' | 'unavailable'

function runJobs(names: readonly string[]): void {
  const results = names.map(runJob)
  const count = (result: Result) => results.filter((each) => each === result).length
  const unavailable = names.filter((_, index) => results[index] === 'unavailable')
  const end = unavailable.length > 0 ? `, ${unavailable.length} unavailable: ${unavailable.join(', ')}` : ''
  console.log(`\n${count('passed')} passed, ${count('failed')} failed${end}`)
  process.exitCode = count('failed') === 0 ? 0 : 1
}

function runJob(name: string): Result {
  const job: Job = JOBS[name] ?? { purpose: '', commands: [] }
  const began = Date.now()
  console.log(`\n── ${name}: ${job.purpose}`)
  const missing = findMissingProgram(job)
  if (missing !== undefined) {
    console.log(`unavailable ${name}: ${missing} is not on this machine`)
    return 'unavailable'
  }
  const env = { ...process.env, ...job.env }
  const passed = job.commands.every((command) => {
    console.log(`   ${command}`)
    return spawnSync(command, { cwd: ROOT, shell: true, stdio: 'inherit', env }).status === 0
  })
  console.log(`${passed ? 'ok' : 'FAILED'} ${name}, ${Math.round((Date.now() - began) / 1000)} s`)
  return passed ? 'passed' : 'failed'
}
