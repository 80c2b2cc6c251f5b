// Imports of our packages as relative paths.
import { rewriteImports } from '../../packing/rewrite-imports.mjs'

const entry = (name: string) => ({
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
})
const PLACES = new Map([
  ['@local-number/taro', { folder: '/p', exports: { '.': entry('index') } }],
  ['@local-number/jssdk', { folder: '/p/inner/jssdk', exports: { '.': entry('index'), './vendor': entry('vendor') } }],
])
const rewrite = (code: string, file = '/p/dist/index.js') => rewriteImports(code, file, PLACES)

test.each([
  ['import { a } from "@local-number/jssdk";', 'import { a } from "../inner/jssdk/dist/index.js";'],
  ["export * from '@local-number/jssdk/vendor'", "export * from '../inner/jssdk/dist/vendor.js'"],
  ['import "@local-number/jssdk";', 'import "../inner/jssdk/dist/index.js";'],
  ['type A = import("@local-number/jssdk").A', 'type A = import("../inner/jssdk/dist/index.js").A'],
])('%s becomes %s', (code, expected) => {
  expect(rewrite(code)).toBe(expected)
})

test.each([
  ['/p/dist/index.cjs', 'require("../inner/jssdk/dist/index.cjs")'],
  ['/p/dist/index.d.cts', 'require("../inner/jssdk/dist/index.cjs")'],
  ['/p/inner/login/dist/index.cjs', 'require("../../jssdk/dist/index.cjs")'],
  ['/p/inner/jssdk/dist/vendor.cjs', 'require("./index.cjs")'],
])('in %s it is %s', (file, expected) => {
  expect(rewrite('require("@local-number/jssdk")', file)).toBe(expected)
})

test('texts and other packages stay as they are', () => {
  const code = 'const hint = "add \'@local-number/taro/taro-plugin\'"; import "react"'
  expect(rewrite(code)).toBe(code)
})

test('a package or an entry that is not there is an error', () => {
  expect(() => rewrite('import "@local-number/server"')).toThrow('/p/dist/index.js imports @local-number/server')
  expect(() => rewrite('import "@local-number/jssdk/none"')).toThrow('@local-number/jssdk/none')
})
