// Follows the steps of apps/simulator/Dockerfile without a container engine: packs, installs, starts, checks health, stops.
// What needs an engine (base image, user, volume) is left out. Run `npm run build` first.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const dockerfile = readFileSync('apps/simulator/Dockerfile', 'utf8').replaceAll('\\\n', ' ')
const find = (pattern) => pattern.exec(dockerfile)?.[1] ?? fail(`the Dockerfile must match ${pattern}`)
const [install, prepare] = [...dockerfile.matchAll(/^RUN (.*)$/gm)].map(([, command]) => command)
const [command, ...args] = JSON.parse(find(/^ENTRYPOINT (\[.*\])$/m))
const healthCheck = find(/^HEALTHCHECK .*?CMD (.*)$/m)
const folder = mkdtempSync(join(tmpdir(), 'local-number-container-'))
const sh = (line, env = process.env) => spawnSync('/bin/sh', ['-c', line], { cwd: folder, env, encoding: 'utf8' })
const start = (env) => spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })

try {
  const packages = ['packages/protocol', 'packages/testing/simulator'].flatMap((name) => ['-w', name])
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', ...packages, '--pack-destination', folder])
  cpSync('apps/simulator/package.json', join(folder, 'package.json'))
  for (const line of [install, prepare]) if (sh(line).status !== 0) fail(`RUN ${line} failed`)
  const image = Object.fromEntries([...find(/^ENV (.*)$/m).matchAll(/(\w+)=(\S+)/g)].map(([, ...pair]) => pair))
  const env = { PATH: process.env.PATH, HOME: folder, ...image, SIMULATOR_PORT: `${20_000 + (process.pid % 10_000)}` }
  const refused = start(env)
  const message = String(await once(refused.stderr, 'data'))
  if (!message.includes('SIMULATOR_ADMIN_TOKEN'))
    fail(`it must refuse to start without a token, and printed ${message}`)
  const ports = { SIMULATOR_TEST_LINE_PORT: '0', SIMULATOR_ADMIN_PORT: '0', SIMULATOR_HANDSET_PORT: '0' }
  const running = { ...env, ...ports, SIMULATOR_ADMIN_TOKEN: 'a-token-for-this-run' }
  const container = start(running)
  for (let tries = 0; sh(healthCheck, running).status !== 0; tries += 1) {
    if (tries === 100 || container.exitCode !== null) fail('it does not become healthy')
    await delay(300)
  }
  container.kill('SIGTERM')
  const [code] = await once(container, 'close')
  if (code !== 0) fail(`it must end with exit code 0, not ${code}`)
  console.log(`ok: refuses to start without a token, healthy, stopped; its data: ${readdirSync(join(folder, 'data'))}`)
} finally {
  rmSync(folder, { recursive: true })
}

function fail(problem) {
  throw new Error(problem)
}
