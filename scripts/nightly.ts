// `npm run nightly`: what takes longer than the gate may. `npm run nightly -- <job> …` runs single jobs, `-- --list`
// names them. Each takes 40 minutes at most. Run by hand; the figures go into the closing notes.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { JOBS, selectJobs } from './nightly/jobs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const asked = process.argv.slice(2)

if (asked.includes('--list')) {
  for (const [name, { purpose }] of Object.entries(JOBS)) console.log(`${name.padEnd(16)} ${purpose}`)
} else {
  runJobs(selectJobs(asked))
}

function runJobs(names: readonly string[]): void {
  const failed = names.filter((name) => {
    const { purpose, commands, env } = JOBS[name] ?? { purpose: '', commands: [] }
    const began = Date.now()
    console.log(`\n── ${name}: ${purpose}`)
    const passed = commands.every((command) => {
      console.log(`   ${command}`)
      return (
        spawnSync(command, { cwd: ROOT, shell: true, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
      )
    })
    console.log(`${passed ? 'ok' : 'FAILED'} ${name}, ${Math.round((Date.now() - began) / 1000)} s`)
    return !passed
  })
  console.log(`\n${names.length - failed.length} passed, ${failed.length} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
