// A tarball with code of others must contain its license.
import { findUnnoticed } from '../third-party-notices.mjs'

const MAP = JSON.stringify({ sources: ['../src/a.ts', '../../../node_modules/@scope/part/dist/x.js'] })
const NOTICES = 'This build contains code of these packages.\n\n@scope/part 1.0.0\nLicense: MIT\n'

const judge = (files: Readonly<Record<string, string>>) =>
  findUnnoticed(Object.keys(files), (path: string) => files[path] ?? '')

test('code of our own needs no notices', () => {
  expect(judge({ 'dist/index.js': '', 'dist/index.js.map': '{"sources":["../src/a.ts"]}' })).toEqual([])
})

test.each([
  ['without notices', {}],
  ['with notices of another package', { 'dist/THIRD-PARTY-NOTICES.txt': '\n@scope/part-two 1.0.0\nLicense: MIT\n' }],
])('bundled code %s is reported with its package', (_, notices) => {
  const files = { 'dist/index.cjs': '', 'dist/index.cjs.map': MAP, ...notices }
  expect(judge(files)).toEqual(['bundles @scope/part in dist/index.cjs without its license'])
})

test('bundled code with its notices passes', () => {
  const files = { 'dist/index.js': '', 'dist/index.js.map': MAP, 'dist/THIRD-PARTY-NOTICES.txt': NOTICES }
  expect(judge(files)).toEqual([])
})

test('of nested packages the inner one is meant', () => {
  const map = JSON.stringify({ sources: ['../node_modules/outer/node_modules/inner/index.js'] })
  expect(judge({ 'dist/a.js': '', 'dist/a.js.map': map })).toEqual(['bundles inner in dist/a.js without its license'])
})

test.each([
  ['without notices', {}],
  ['with notices of another folder', { 'dist/other/THIRD-PARTY-NOTICES.txt': NOTICES }],
  ['with notices that name nothing', { 'dist/THIRD-PARTY-NOTICES.txt': 'This build contains code of these packages.' }],
])('a script that has no source map is reported %s', (_, notices) => {
  const files = { 'dist/console/assets/index.js': '', ...notices }
  expect(judge(files)).toEqual(['contains dist/console/assets/index.js without the notices of its packages'])
})

test('a script that has no source map passes with notices above it', () => {
  expect(judge({ 'dist/console/assets/index.js': '', 'dist/console/THIRD-PARTY-NOTICES.txt': NOTICES })).toEqual([])
})
