// `npm run test:services`: the tests that need programs beyond Node and Chromium, from all workspaces.
const path = require('node:path')
const { nodeWorkspace } = require('./jest.base.cjs')

module.exports = nodeWorkspace(__dirname, {
  testMatch: ['<rootDir>/{packages,apps,scripts}/**/*.services.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testSequencer: path.join(__dirname, 'scripts/jest/longest-first.cjs'),
  modulePathIgnorePatterns: ['/dist/'],
  reporters: [
    'default',
    [path.join(__dirname, 'scripts/jest/report.cjs'), { file: path.join(__dirname, 'reports/services.json') }],
  ],
})
