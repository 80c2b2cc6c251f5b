// Two projects: everything that runs on Node, and the Taro component with Taro's real H5 components in jsdom.
// Workspace packages resolve to their sources, so no test needs a build but those of weapp-runtime and of what runs in it.
const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
}

module.exports = {
  // Jest would leave one core of two idle.
  maxWorkers: '100%',
  // No test is about speed: a busy machine is no failure.
  testTimeout: 30_000,
  reporters: ['default', ['<rootDir>/scripts/jest-counts.cjs', { file: 'reports/jest.json' }]],
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      setupFiles: ['<rootDir>/scripts/jest-fast-check.cjs'],
      testEnvironmentOptions: { customExportConditions: ['@local-number/source', 'node', 'require', 'default'] },
      testMatch: [
        '<rootDir>/packages/!(taro)/test/**/*.test.ts',
        '<rootDir>/apps/!(demo)/test/**/*.test.ts',
        '<rootDir>/scripts/test/**/*.test.ts',
      ],
      transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
      // jose and a few others ship ES modules only.
      transformIgnorePatterns: ['/node_modules/(?!(jose|htmlparser2|dom[a-z]+|dom-serializer|entities)/)'],
      modulePathIgnorePatterns: ['/dist/'],
    },
    '<rootDir>/packages/taro',
  ],
}
