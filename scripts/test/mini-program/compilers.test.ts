import { findCompilerProblems } from '../../mini-program/compilers'
import { writeFolder } from './folder'

const GOOD = {
  'base.wxml': '<template name="row"><text>{{word}}</text></template>',
  'pages/index.wxml':
    '<import src="../base.wxml"/><wxs module="m" src="../m.wxs"/><template is="row" data="{{word}}"/>',
  'm.wxs': 'module.exports = { f: function (a) { return a } }',
  'app.wxss': '@import "./theme.wxss"; .row { width: 100rpx }',
  'theme.wxss': '.lnl { --lnl-accent: #1668dc }',
}

test('WeChat’s compilers accept a correct mini-program', () => {
  expect(findCompilerProblems(writeFolder(GOOD))).toEqual([])
})

test.each([
  ['an element that is not closed', { 'bad.wxml': '<view><text></view>' }, /bad\.wxml:1:14/],
  ['an expression that ends too early', { 'bad.wxml': '<view hidden="{{a +}}"/>' }, /bad\.wxml:1:\d+/],
  ['an inline script that does not parse', { 'bad.wxml': '<wxs module="m">var a = ;</wxs>' }, /bad\.wxml:1:8/],
  ['a missing script', { 'bad.wxml': '<wxs module="m" src="./none.wxs"/>' }, /none\.wxs not found/],
  ['a rule that is not closed', { 'bad.wxss': '.a { color: red' }, /bad\.wxss\(1:\d+\)/],
  ['nested rules', { 'bad.wxss': '.a { &b { color: red } }' }, /bad\.wxss\(1:\d+\)/],
  ['a missing style sheet', { 'bad.wxss': '@import "./none.wxss";' }, /none\.wxss.* not found/],
  ['a picture of the package as a background', { 'bad.wxss': '.a { background: url(./a.png) }' }, /a\.png/],
])('WeChat’s compilers refuse %s, with the file', (_what, files, problem) => {
  const problems = findCompilerProblems(writeFolder({ ...GOOD, ...files }))
  expect(problems).toEqual([expect.stringMatching(problem)])
})

test('a machine without a compiler fails, and the error lists the machines that have one', () => {
  expect(() => findCompilerProblems(writeFolder(GOOD), 'linux-riscv64')).toThrow(/no wcc for linux-riscv64.*linux-x64/)
})
