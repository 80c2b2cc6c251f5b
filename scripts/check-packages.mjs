// What is published is what is tested: publint and attw over every package's packed tarball, and a look for what must
// not bleed into a client's bundle.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What no client package may hold: servers' libraries, and the advice for operators. */
const FORBIDDEN_IN_CLIENTS = ['node-forge', 'node:crypto', 'node:http', 'PRIVATE KEY', '开放平台', 'customer key pair']
const CLIENTS = ['jssdk', 'login', 'taro']

let failures = 0
const fail = (message) => {
  failures += 1
  console.error(message)
}

for (const name of readdirSync('packages')) {
  const folder = join('packages', name)
  check(`publint ${name}`, ['publint', '--strict', folder])
  // A style sheet has no types.
  check(`attw ${name}`, ['attw', '--pack', folder, '--exclude-entrypoints', 'style.css', '--quiet'])
}
for (const name of CLIENTS) {
  const dist = join('packages', name, 'dist')
  for (const file of readdirSync(dist).filter((each) => /\.c?js$/.test(each))) {
    const text = readFileSync(join(dist, file), 'utf8')
    for (const word of FORBIDDEN_IN_CLIENTS) if (text.includes(word)) fail(`${dist}/${file} holds ${word}`)
  }
}
process.exitCode = failures === 0 ? 0 : 1

function check(what, command) {
  const { status, stdout, stderr } = spawnSync('npx', command, { encoding: 'utf8' })
  if (status === 0) console.log(`ok ${what}`)
  else fail(`${what}\n${stdout}${stderr}`)
}
