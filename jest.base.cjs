// What every workspace's jest configuration shares. Workspace packages resolve to their sources, so no test needs a
// build, except those of weapp-runtime and those that run a built command.
const path = require('node:path')

const ROOT = __dirname

/** Tests that need programs beyond Node and Chromium: `npm run test:services`. */
const SERVICES = '\\.services\\.test\\.ts$'
/** Tests of the tooling that are too slow for the gate: `npm run nightly -- tooling`. */
const NIGHTLY = '\\.nightly\\.test\\.ts$'
const NOT_NIGHTLY = '(?<!\\.nightly)\\.test\\.tsx?$'

/** How sources and tests become CommonJS. */
const swc = (target) => ({
  jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target },
  module: { type: 'commonjs' },
})

/** For `jest.config.cjs` of a workspace whose tests run in Node. */
function nodeWorkspace(rootDir, extra = {}) {
  return {
    ...shared(rootDir),
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: ['@local-number/source', 'node', 'require', 'default'] },
    setupFiles: [path.join(ROOT, 'scripts/jest/fast-check.cjs')],
    testMatch: ['<rootDir>/test/**/*.test.ts'],
    transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc('es2022')] },
    // jose and a few others ship ES modules only.
    transformIgnorePatterns: ['/node_modules/(?!(get-port|jose|htmlparser2|dom[a-z]+|dom-serializer|entities)/)'],
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    ...extra,
  }
}

/** Everything that does not depend on what the tests run in. */
function shared(rootDir) {
  return {
    rootDir,
    resolver: path.join(ROOT, 'scripts/jest/resolver.cjs'),
    // Tests are not about speed: a busy machine must not fail them.
    testTimeout: 60_000,
    // A worker's event loop ends within 0.2 s, but on a busy machine its process takes longer than jest's 0.5 s to go.
    // What a test leaves open still keeps the worker, and is reported.
    workerGracefulExitTimeout: 20_000,
    // jest itself would leave one of two cores idle.
    maxWorkers: '100%',
    reporters: [
      'default',
      [path.join(ROOT, 'scripts/jest/report.cjs'), { file: path.join(rootDir, 'reports/jest.json') }],
    ],
    testPathIgnorePatterns: ['/node_modules/', SERVICES, process.env.NIGHTLY ? NOT_NIGHTLY : NIGHTLY],
  }
}

module.exports = { nodeWorkspace, shared, swc }
