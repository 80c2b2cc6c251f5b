import { packMiniProgram } from '../../src'
import { createPage, pack, run } from '../support/run'

test('a folder without app.json is refused as notAMiniProgram', () => {
  expect(() => packMiniProgram('/nowhere')).toThrow(expect.objectContaining({ code: 'notAMiniProgram' }))
  expect(() => pack({ 'app.json': {} })).toThrow(expect.objectContaining({ code: 'notAMiniProgram' }))
})

test('malformed JSON is refused with the name of the file', () => {
  expect(() => pack(createPage({}, { 'own.json': '{' }))).toThrow(
    expect.objectContaining({ code: 'badJson', message: expect.stringContaining('own.json: ') }),
  )
})

test('a package is JSON and leaves out node_modules', () => {
  const pkg = pack(createPage({}, { 'node_modules/x/bad.wxml': '<view' }))
  expect(JSON.parse(JSON.stringify(pkg))).toEqual(pkg)
})

test('unsupported settings of app.json are reported as missing by name', async () => {
  const { device } = await run(
    createPage({}, { 'app.json': { pages: ['pages/one/one'], tabBar: {}, subPackages: [] } }),
  )
  expect((await device.report()).missing).toEqual(['app.json subPackages', 'app.json tabBar'])
})

test('warnings of the template compiler are reported with file and line', async () => {
  const { device } = await run(createPage({ wxml: '<view/>\n<view class="a" class="b"/>' }))
  expect((await device.report()).warnings).toEqual(['pages/one/one.wxml:2: duplicated attribute'])
})

test('require of a missing file throws moduleNotFound', async () => {
  await expect(run(createPage({ js: `require('./none')` }))).rejects.toMatchObject({
    code: 'moduleNotFound',
    message: 'pages/one/none.js is not in the package',
  })
})
