// Every test file on disk, so that the gate can tell when one was not run: a pattern that no longer matches drops tests
// in silence.
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const TEST_FILE = /\.(test|spec)\.tsx?$/
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.turbo', '.git', 'reports', '.data'])

/** Files that are not the gate's own tests. */
const EXEMPT = [
  // `npm run nightly -- tooling` and `browser-slow` run them.
  /\.nightly\.(test|spec)\.ts$/,
  // Examples for users, run by scripts/test/examples.nightly.test.ts outside the repository.
  /^e2e\/examples\//,
]

/** Paths from the root, sorted, with slashes. */
export function findTestFiles(root: string): string[] {
  return listFiles(root)
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter((path) => TEST_FILE.test(path) && !EXEMPT.some((pattern) => pattern.test(path)))
    .sort()
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : listFiles(path)
    return [path]
  })
}
