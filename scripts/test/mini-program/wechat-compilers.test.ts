import { compilerComplaints } from '../../mini-program/wechat-compilers'
import { folderWith } from './folder'

const GOOD = {
  'base.wxml': '<template name="row"><text>{{word}}</text></template>',
  'pages/index.wxml':
    '<import src="../base.wxml"/><wxs module="m" src="../m.wxs"/><template is="row" data="{{word}}"/>',
  'm.wxs': 'module.exports = { f: function (a) { return a } }',
  'app.wxss': '@import "./theme.wxss"; .row { width: 100rpx }',
  'theme.wxss': '.lnl { --lnl-accent: #1668dc }',
}

test('a mini-program in order passes', () => {
  expect(compilerComplaints(folderWith(GOOD))).toEqual([])
})

test.each([
  ['an element that is not closed', { 'bad.wxml': '<view><text></view>' }, /bad\.wxml:1:14/],
  ['an expression that ends too early', { 'bad.wxml': '<view hidden="{{a +}}"/>' }, /bad\.wxml:1:\d+/],
  ['a script within WXML that is none', { 'bad.wxml': '<wxs module="m">var a = ;</wxs>' }, /bad\.wxml:1:8/],
  ['a script that is missing', { 'bad.wxml': '<wxs module="m" src="./none.wxs"/>' }, /none\.wxs not found/],
  ['a rule that is not closed', { 'bad.wxss': '.a { color: red' }, /bad\.wxss\(1:\d+\)/],
  ['nested rules', { 'bad.wxss': '.a { &b { color: red } }' }, /bad\.wxss\(1:\d+\)/],
  ['a style sheet that is missing', { 'bad.wxss': '@import "./none.wxss";' }, /none\.wxss.* not found/],
  ['a picture of the package as a background', { 'bad.wxss': '.a { background: url(./a.png) }' }, /a\.png/],
])('%s is refused, by file', (_what, files, complaint) => {
  const complaints = compilerComplaints(folderWith({ ...GOOD, ...files }))
  expect(complaints).toEqual([expect.stringMatching(complaint)])
})

test('a machine that WeChat has no compiler for fails, and is told which do', () => {
  expect(() => compilerComplaints(folderWith(GOOD), 'linux-riscv64')).toThrow(/no wcc for linux-riscv64.*linux-x64/)
})
