// The checks that `npm test` consists of, in their order. Each is one command; test runners report how many tests ran.

/** What a test runner reported, as `{ passed, failed }`. */
const playwrightCounts = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + stats.skipped + errors.length,
})

// Two tasks at a time: each takes a core and up to a gigabyte.
export const GATES = [
  { name: 'build', command: 'npx turbo run build --concurrency 2 --output-logs=errors-only' },
  { name: 'lint', command: 'npx biome check .' },
  { name: 'floors', command: 'npx depcruise --config .dependency-cruiser.cjs packages apps e2e' },
  { name: 'types', command: 'npx turbo run typecheck --concurrency 2 --output-logs=errors-only' },
  { name: 'types of the scripts', command: 'npx tsc --noEmit -p scripts' },
  { name: 'published packages', command: 'node scripts/check-packages.mjs' },
  {
    name: 'mini-program builds',
    command: 'npx turbo run build:weapp build:taro-apps --concurrency 2 --output-logs=errors-only',
  },
  { name: 'WeChat mini-program', command: 'node --import tsx scripts/check-weapp.ts' },
  { name: 'other mini-programs', command: 'node --import tsx scripts/check-platforms.ts' },
  { name: 'sizes', command: 'node --import tsx scripts/size.ts' },
  {
    name: 'unit and integration tests',
    command: 'npx jest',
    report: 'reports/jest.json',
    counts: (written) => written,
  },
  {
    name: 'browser tests',
    command: 'npx playwright test --config e2e/playwright.config.ts',
    report: 'reports/e2e.json',
    counts: playwrightCounts,
  },
]
