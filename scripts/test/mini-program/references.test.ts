import { readFiles } from '../../mini-program/files'
import { findReferenceProblems } from '../../mini-program/references'
import { writeFolder } from './folder'

/** A mini-program as Taro writes it: a page, a component that contains itself, templates, scripts, a subpackage, pictures. */
const GOOD: Readonly<Record<string, string>> = {
  'app.js': 'require("./vendors"),require("./taro");(wx["webpackJsonp"]=wx["webpackJsonp"]||[]).push([[1]])',
  'vendors.js': 'var r=e(12);',
  'taro.js': 't.exports=n.p+"assets/logo.png"',
  'app.json': JSON.stringify({
    pages: ['pages/index'],
    subPackages: [{ root: 'more', pages: ['help'] }],
    sitemapLocation: 'sitemap.json',
    themeLocation: 'theme.json',
    tabBar: { list: [{ pagePath: 'pages/index', iconPath: 'assets/tab.png' }] },
  }),
  'app.wxss': '@import "./theme.wxss";',
  'theme.wxss': '.lnl{color:red}',
  'sitemap.json': '{"rules":[]}',
  'theme.json': '{"light":{},"dark":{}}',
  'project.config.json': '{}',
  'pages/index.js': 'Page({})',
  'pages/index.json': '{"usingComponents":{"comp":"../comp","far":"/more/far","lent":"plugin://lent/it"}}',
  'pages/index.wxml': '<import src="../base.wxml"/><template is="taro_tmpl"/><image src="/assets/face.png"/>',
  'comp.js': 'Component({})',
  'comp.json': '{"component":true,"usingComponents":{"comp":"./comp"}}',
  'comp.wxml': '<import src="./base.wxml" />\n<wxs module="xs" src="./utils.wxs" />',
  'base.wxml': '<include src="parts/row.wxml"/>',
  'parts/row.wxml': '<view/>',
  'utils.wxs': "var more = require('./more.wxs')",
  'more.wxs': '',
  'more/help.js': 'require("../sub-vendors.js"),Page({})',
  'more/help.wxml': '<view/>',
  'more/far.js': 'Component({})',
  'more/far.wxml': '<view/>',
  'more/far.wxss': '',
  'sub-vendors.js': '',
  'assets/logo.png': '',
  'assets/tab.png': '',
  'assets/face.png': '',
}

const findProblems = (files: Readonly<Record<string, string>>) => findReferenceProblems(readFiles(writeFolder(files)))

test('a correct mini-program has no problems', () => {
  expect(findProblems(GOOD)).toEqual([])
})

test.each([
  'app.js.LICENSE.txt',
  'app.js.map',
  'left.js',
  'pages/old.wxml',
  'pages/index.wxs',
  'old.wxss',
  'assets/go.png',
])('the unused file %s is reported', (path) => {
  expect(findProblems({ ...GOOD, [path]: '' })).toEqual([`no file refers to ${path}`])
})

test.each([
  ['app.js', 'vendors.js'],
  ['app.json', 'pages/index.js'],
  ['app.json', 'more/help.wxml'],
  ['app.json', 'sitemap.json'],
  ['app.json', 'theme.json'],
  ['app.wxss', 'theme.wxss'],
  ['pages/index.json', 'more/far.wxml'],
  ['base.wxml', 'parts/row.wxml'],
  ['comp.wxml', 'utils.wxs'],
  ['utils.wxs', 'more.wxs'],
  ['more/help.js', 'sub-vendors.js'],
])('a reference from %s to the missing file %s is reported', (from, to) => {
  const { [to]: _missing, ...rest } = GOOD
  expect(findProblems(rest)).toContain(`${from} refers to ${to}, which is missing`)
})

test('a file that only an unused file refers to is reported as well', () => {
  expect(findProblems({ ...GOOD, 'left.js': 'require("./further")', 'further.js': '' })).toEqual([
    'no file refers to further.js',
    'no file refers to left.js',
  ])
})
