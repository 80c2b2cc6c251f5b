// What is published is what is tested: publint and attw over every package's packed tarball, and a look for what must
// not bleed into a client's bundle.
import { execFile, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

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

const checks = []
for (const name of readdirSync('packages')) {
  const folder = join('packages', name)
  checks.push([`publint ${name}`, 'publint', '--strict', folder])
  // A style sheet has no types.
  checks.push([`attw ${name}`, 'attw', '--pack', folder, '--exclude-entrypoints', 'style.css', '--quiet'])
  nodeByName(name)
  namesItself(folder)
}
// As many as there are cores.
await Promise.all(Array.from({ length: availableParallelism() }, workOff))
for (const name of CLIENTS) {
  forbid(name, /\.c?js$/, [...FORBIDDEN_IN_CLIENTS, ...UNKNOWN_TO_PHONES])
}
// Of the protocol, clients take the main entry alone.
forbid('protocol', /^(?!advice|return-codes).*\.c?js$/, UNKNOWN_TO_PHONES)
process.exitCode = failures === 0 ? 0 : 1

async function workOff() {
  for (let next = checks.shift(); next; next = checks.shift()) {
    const [what, command, ...args] = next
    try {
      await run(join('node_modules', '.bin', command), args)
      console.log(`ok ${what}`)
    } catch ({ stdout, stderr, message }) {
      fail(`${what}\n${stdout ?? message}${stderr ?? ''}`)
    }
  }
}

function forbid(name, files, words) {
  for (const [path, text] of builtFiles(name, files)) {
    for (const word of words) if (text.includes(word)) fail(`${path} holds ${word}`)
  }
}

/** Who installs one package has its page and its licence, and not this repository. */
function namesItself(folder) {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const packed = new Set(JSON.parse(stdout)[0].files.map(({ path }) => path))
  const missing = ['README.md', 'LICENSE'].filter((file) => !packed.has(file))
  if (missing.length > 0) return fail(`${folder} is packed without its ${missing.join(' and ')}`)
  const [own, whole] = [join(folder, 'LICENSE'), 'LICENSE'].map((file) => readFileSync(file, 'utf8'))
  if (own !== whole) fail(`${folder}/LICENSE is not the repository's`)
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
