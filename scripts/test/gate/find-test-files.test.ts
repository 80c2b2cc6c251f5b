import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findTestFiles } from '../../gate/find-test-files'

// The name of the folder contains what a careless pattern would match.
const root = mkdtempSync(join(tmpdir(), 'h5-weapp-'))
afterAll(() => rmSync(root, { recursive: true }))

test('finds every test file, except nightly ones, examples, builds and what is installed', () => {
  const files = [
    'packages/a/test/one.test.ts',
    'packages/a/test/two.test.tsx',
    'packages/a/test/three.nightly.test.ts',
    'e2e/tests/weapp/slow.nightly.spec.ts',
    'e2e/tests/h5/page.spec.ts',
    'packages/a/src/code.ts',
    'packages/a/dist/built.test.ts',
    'packages/a/node_modules/b/other.test.ts',
    'e2e/examples/jest/shop.test.ts',
  ]
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  expect(findTestFiles(root)).toEqual([
    'e2e/tests/h5/page.spec.ts',
    'packages/a/test/one.test.ts',
    'packages/a/test/two.test.tsx',
  ])
})
