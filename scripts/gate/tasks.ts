// What `npm test` runs, as turbo tasks. Each check counts as one; tests count one by one, from their reports.

/** Task names of `turbo.json`, with the names that the summary shows. */
export const CHECKS: Readonly<Record<string, string>> = {
  'install:chromium': 'Chromium',
  build: 'build',
  'build:types': 'declarations',
  'build:weapp': 'demo for WeChat',
  'build:taro-apps': 'test apps',
  'lint:code': 'lint',
  'lint:imports': 'import rules',
  'lint:spelling': 'spelling',
  'lint:links': 'links of the docs',
  'lint:docker': 'Dockerfile',
  typecheck: 'types',
  'check:packages': 'published packages',
  'check:weapp': 'WeChat package',
  'check:platforms': 'other mini-programs',
  'check:sizes': 'sizes',
  'check:syntax': 'syntax of the bundles',
}

/** The tasks whose results are tests. */
export const TESTS = {
  test: 'unit and integration tests',
  'test:services': 'tests with other programs',
  'test:e2e': 'browser tests',
} as const
