// `npm run conformance`: builds what is needed, starts our platform and our business server, and tries our three.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFirst } from './build-first.mjs'

if (process.argv.length > 2) {
  console.error(
    'npm run conformance takes no arguments; for options: node packages/testing/conformance/dist/cli.js --help',
  )
  process.exit(2)
}

buildFirst(['conformance', 'stack'], ['ignore', 'ignore', 'inherit'])

const { closingLine, connectControl, SUITES, tableReport } = await import(
  '../packages/testing/conformance/dist/index.js'
)
const { ANY_PORTS, startStack } = await import('../apps/stack/dist/index.js')

const CLIENT = fileURLToPath(new URL('../packages/testing/conformance/examples/our-jssdk.mjs', import.meta.url))

/** The server must know where the suite will stand between it and the platform before the suite stands there. */
async function freeOrigin() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return `http://127.0.0.1:${port}`
}

const folder = await mkdtemp(join(tmpdir(), 'local-number-conformance-'))
const relay = await freeOrigin()
const stack = await startStack({
  env: { ...ANY_PORTS, DATA_DIR: folder, LOG_LEVEL: 'silent', LOCAL_NUMBER_VERIFY_ORIGIN: relay },
})
const control = connectControl(stack.simulator.adminOrigin)

const targets = {
  platform: { address: stack.simulator.origin },
  server: { address: stack.backend.url.replace(/\/$/, ''), relay },
  client: { address: CLIENT },
}

const results = []
try {
  for (const [name, target] of Object.entries(targets)) {
    const suite = SUITES[name]
    const ids = new Set(suite.scenarios.map(({ id }) => id))
    const ours = await suite.run({ control, credentials: null, ...target }, ids, {})
    console.log(`\nOur ${name}:\n${tableReport(ours, 'en')}`)
    results.push(...ours)
  }
} finally {
  await stack.stop()
  await rm(folder, { recursive: true })
}
console.log(`\n${closingLine(results)}`)
process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0
