// What is published is what is tested: publint and attw over every package's packed tarball, and a look for what must
// not bleed into a client's bundle.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'

/** What no client package may hold: servers' libraries, and the advice for operators. */
const FORBIDDEN_IN_CLIENTS = ['node-forge', 'node:crypto', 'node:http', 'PRIVATE KEY', '开放平台', 'customer key pair']
const CLIENTS = ['jssdk', 'login', 'taro']
/** Syntax that some phone's WeChat refuses when the file loads, which leaves the whole mini-program blank. */
const UNKNOWN_TO_PHONES = JSON.parse(readFileSync(new URL('unknown-to-phones.json', import.meta.url), 'utf8'))

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
  nodeByName(name)
}
for (const name of CLIENTS) {
  forbid(name, /\.c?js$/, [...FORBIDDEN_IN_CLIENTS, ...UNKNOWN_TO_PHONES])
}
// Of the protocol, clients take the main entry alone.
forbid('protocol', /^(?!advice|return-codes).*\.c?js$/, UNKNOWN_TO_PHONES)
process.exitCode = failures === 0 ? 0 : 1

function check(what, command) {
  const { status, stdout, stderr } = spawnSync('npx', command, { encoding: 'utf8' })
  if (status === 0) console.log(`ok ${what}`)
  else fail(`${what}\n${stdout}${stderr}`)
}

function forbid(name, files, words) {
  for (const [path, text] of builtFiles(name, files)) {
    for (const word of words) if (text.includes(word)) fail(`${path} holds ${word}`)
  }
}

/** Without `node:` somebody's bundler or test runner may look for a file of that name. */
function nodeByName(name) {
  for (const [path, text] of builtFiles(name, /^(?!.*\.global\.).*\.c?js$/)) {
    for (const [, module] of text.matchAll(/(?:^(?:import|export)\b.* from |\brequire\()"(.+?)"/gm)) {
      if (isBuiltin(module) && !module.startsWith('node:')) fail(`${path} imports ${module} without node:`)
    }
  }
}

function builtFiles(name, files) {
  const dist = join('packages', name, 'dist')
  const found = readdirSync(dist).filter((each) => files.test(each))
  return found.map((file) => [join(dist, file), readFileSync(join(dist, file), 'utf8')])
}
