const { nodeWorkspace } = require('../../../jest.base.cjs')

// Tests of drawn pages choose jsdom in their first lines. wouter ships ES modules only.
module.exports = nodeWorkspace(__dirname, {
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  testTimeout: 120_000,
  transformIgnorePatterns: ['/node_modules/(?!(wouter)/)'],
})
