// `npm run conformance [-- --verbose]`: builds what is needed, starts our platform and our business server, and tests them
// and our client SDK. `--verbose` prints every result.
import './require-node.mjs'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFirst } from './build-first.mjs'

const USAGE =
  'npm run conformance takes no option but --verbose; for others: node packages/testing/conformance/dist/cli.js --help'

const args = process.argv.slice(2)
if (args.includes('--help')) {
  console.log(USAGE)
  process.exit(0)
}
const verbose = args.includes('--verbose')
if (args.some((arg) => arg !== '--verbose')) {
  console.error(USAGE)
  process.exit(2)
}

buildFirst(['conformance', 'stack'], ['ignore', 'ignore', 'inherit'])

const { formatSummary, connectControl, createLiveReport, createOutput, SUITES, formatTable } = await import(
  '../packages/testing/conformance/dist/index.js'
)
const { ANY_PORTS, startStack } = await import('../apps/stack/dist/index.js')

const HTTPS_EDITIONS = ['httpsMiniProgram']

const CLIENT = fileURLToPath(new URL('../packages/testing/conformance/examples/our-jssdk.mjs', import.meta.url))

/** The server is told the suite's addresses when it starts, before the suite listens there. */
async function findFreeOrigin() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return `http://127.0.0.1:${port}`
}

const folder = await mkdtemp(join(tmpdir(), 'local-number-conformance-'))
const [relay, inbox] = [await findFreeOrigin(), await findFreeOrigin()]
/** How far the suite has moved the clock of carrier and server, in ms. */
let moved = 0
const stack = await startStack({
  env: {
    ...ANY_PORTS,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    LOCAL_NUMBER_VERIFY_ORIGIN: relay,
    LOCAL_NUMBER_SMS_WEBHOOK_URL: inbox,
    // One of the HTTPS edition's two: the other one must be refused.
    LOCAL_NUMBER_EDITIONS: ['miniProgram', 'h5', ...HTTPS_EDITIONS].join(','),
  },
  now: () => Date.now() + moved,
})
const control = connectControl(stack.simulator.adminOrigin)

const targets = {
  platform: { address: stack.simulator.origin },
  server: {
    address: stack.backend.url.replace(/\/$/, ''),
    relay,
    inbox,
    moveClock: (byMs) => {
      moved += byMs
    },
    credentials: { httpsEditions: HTTPS_EDITIONS },
  },
  client: { address: CLIENT },
}

const output = createOutput(process)
const results = []
try {
  for (const [name, target] of Object.entries(targets)) {
    const suite = SUITES[name]
    const ids = new Set(suite.scenarios.map(({ id }) => id))
    output.out(`Our ${name}, ${ids.size} scenarios\n`)
    const live = createLiveReport({ total: ids.size, language: 'en', output })
    const ours = await suite.run({ control, credentials: null, ...target }, ids, live)
    live.end()
    if (verbose) output.out(`${formatTable(ours, 'en', output.columns)}\n`)
    output.out(`  ${formatSummary(ours)}\n`)
    results.push(...ours)
  }
} finally {
  await stack.stop()
  await rm(folder, { recursive: true })
}
output.out(`${formatSummary(results)}\n`)
process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0
