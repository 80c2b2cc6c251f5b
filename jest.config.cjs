// All workspaces in one jest, for `npx jest <path>` in the root and for `npm run check`, which asks jest for the tests
// that a change affects across packages. The gate runs each workspace's own configuration.
const path = require('node:path')
const { nodeWorkspace } = require('./jest.base.cjs')

const ROOT = __dirname

/** What only the whole run may set. */
function toProject({ maxWorkers, reporters, testTimeout, workerGracefulExitTimeout, ...project }, displayName) {
  return { ...project, displayName }
}

const node = nodeWorkspace(ROOT, {
  testMatch: [
    '<rootDir>/packages/!(taro)/test/**/*.test.ts',
    '<rootDir>/packages/testing/!(console)/test/**/*.test.ts',
    '<rootDir>/apps/*/test/**/*.test.ts',
    '<rootDir>/scripts/test/**/*.test.ts',
  ],
  modulePathIgnorePatterns: ['/dist/'],
})

/** A workspace of another configuration. Its roots reach the packages that it imports, so that a change there is seen. */
function ownProject(folder, imports) {
  const config = require(path.join(ROOT, folder, 'jest.config.cjs'))
  return {
    ...toProject(config, path.basename(folder)),
    roots: [folder, ...imports].map((name) => path.join(ROOT, name)),
  }
}

module.exports = {
  maxWorkers: node.maxWorkers,
  testTimeout: 120_000,
  workerGracefulExitTimeout: node.workerGracefulExitTimeout,
  reporters: ['default'],
  projects: [
    toProject(node, 'node'),
    ownProject('packages/taro', ['packages/protocol', 'packages/jssdk', 'packages/login']),
    ownProject('packages/testing/console', ['packages/protocol', 'packages/testing/simulator-contract']),
  ],
}
