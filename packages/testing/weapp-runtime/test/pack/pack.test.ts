import { packMiniProgram } from '../../src'
import { onePage, packed, run } from '../support/run'

test('a folder without app.json is no mini-program', () => {
  expect(() => packMiniProgram('/nowhere')).toThrow(expect.objectContaining({ code: 'notAMiniProgram' }))
  expect(() => packed({ 'app.json': {} })).toThrow(expect.objectContaining({ code: 'notAMiniProgram' }))
})

test('JSON that does not parse is told with its file', () => {
  expect(() => packed(onePage({}, { 'own.json': '{' }))).toThrow(
    expect.objectContaining({ code: 'badJson', message: expect.stringContaining('own.json: ') }),
  )
})

test('the package is JSON, and what lies in node_modules is not in it', () => {
  const pkg = packed(onePage({}, { 'node_modules/x/bad.wxml': '<view' }))
  expect(JSON.parse(JSON.stringify(pkg))).toEqual(pkg)
})

test('settings of app.json that do nothing here are missing by name', async () => {
  const { device } = await run(onePage({}, { 'app.json': { pages: ['pages/one/one'], tabBar: {}, subPackages: [] } }))
  expect((await device.report()).missing).toEqual(['app.json subPackages', 'app.json tabBar'])
})

test('what the template compiler warns of is in the report, with file and line', async () => {
  const { device } = await run(onePage({ wxml: '<view/>\n<view class="a" class="b"/>' }))
  expect((await device.report()).warnings).toEqual(['pages/one/one.wxml:2: duplicated attribute'])
})

test('a file that is not in the package cannot be required', async () => {
  await expect(run(onePage({ js: `require('./none')` }))).rejects.toMatchObject({
    code: 'moduleNotFound',
    message: 'pages/one/none.js is not in the package',
  })
})
