// What `npm test` runs, as turbo tasks. Each counts as one check; `test` counts its tests.

/** Task names of `turbo.json`, with the names that the summary shows. */
export const TASKS: Readonly<Record<string, string>> = {
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
  test: 'unit and integration tests',
}

/** The task whose results are tests, not one check. */
export const TEST_TASK = 'test'
