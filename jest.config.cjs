// All workspaces in one jest, for `npx jest <path>` in the root and for `npm run check`, which asks jest for the tests that
// a change affects across packages. The gate runs each workspace's own configuration.
const { nodeWorkspace } = require('./jest.base.cjs')
const taro = require('./packages/taro/jest.config.cjs')

const { maxWorkers, reporters, testTimeout, ...node } = nodeWorkspace(__dirname, {
  displayName: 'node',
  testMatch: [
    '<rootDir>/packages/!(taro)/test/**/*.test.ts',
    '<rootDir>/packages/testing/*/test/**/*.test.ts',
    '<rootDir>/apps/*/test/**/*.test.ts',
    '<rootDir>/scripts/test/**/*.test.ts',
  ],
  modulePathIgnorePatterns: ['/dist/'],
})
const { maxWorkers: _, reporters: __, testTimeout: ___, ...taroProject } = taro

module.exports = {
  maxWorkers,
  testTimeout,
  reporters: ['default'],
  projects: [
    node,
    // Its roots reach the packages that it imports, so that a change there is seen.
    {
      ...taroProject,
      displayName: 'taro',
      roots: ['protocol', 'jssdk', 'login', 'taro'].map((name) => `${__dirname}/packages/${name}`),
    },
  ],
}
