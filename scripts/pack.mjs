// `npm run pack`: what this repository will publish, as tarballs in `packed` that npm, pnpm and yarn 1 install with one
// command, each without the others. `-- <name> …` packs some of them, such as taro.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packSelfContained, readPublished } from './packing/self-contained.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DESTINATION = join(ROOT, 'packed')

const known = [...readPublished().keys()]
const asked = process.argv.slice(2).map((name) => (name.startsWith('@') ? name : `@local-number/${name}`))
const unknown = asked.filter((name) => !known.includes(name))

if (unknown.length > 0) {
  console.error(`unknown package ${unknown.join(', ')}: expected some of ${known.join(', ')}`)
  process.exitCode = 1
} else if (build(asked.length > 0 ? asked : known)) {
  rmSync(DESTINATION, { recursive: true, force: true })
  const packed = packSelfContained(asked.length > 0 ? asked : known, DESTINATION)
  for (const [name, path] of packed) console.log(`${name.padEnd(28)} ${relative(process.cwd(), path)}`)
  for (const [name, app] of [
    ['taro', 'app'],
    ['server', 'service'],
  ]) {
    const path = packed.get(`@local-number/${name}`)
    if (path) console.log(`\nIn your ${app}, one of:\n  npm install ${path}\n  pnpm add ${path}\n  yarn add ${path}`)
  }
} else {
  process.exitCode = 1
}

/** @returns whether it worked */
function build(names) {
  // With what they depend on, whose declarations theirs import.
  const filters = names.flatMap((name) => ['--filter', `${name}...`])
  const turbo = join(ROOT, 'node_modules/.bin/turbo')
  const args = ['run', 'build', 'build:types', ...filters, '--output-logs=errors-only']
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' }
  return spawnSync(turbo, args, { cwd: ROOT, stdio: 'inherit', env }).status === 0
}
