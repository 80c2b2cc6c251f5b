import { MAIN_PACKAGE_LIMIT, weappComplaints } from '../../mini-program/weapp'
import { folderWith } from './folder'

const GOOD = { 'app.js': '', 'app.json': '{"pages":["index"]}', 'index.js': '', 'index.wxml': '<view/>' }

test('a mini-program in order passes', () => {
  expect(weappComplaints(folderWith(GOOD))).toEqual([])
})

test('a folder without one does not', () => {
  expect(weappComplaints(folderWith({}))).toEqual([expect.stringContaining('npm run build:weapp')])
  expect(weappComplaints('dist/nowhere')).toEqual([expect.stringContaining('npm run build:weapp')])
})

test('a main package is as large as WeChat takes, and no larger', () => {
  const others = Object.values(GOOD).join('').length
  const withBytes = (bytes: number) => weappComplaints(folderWith({ ...GOOD, 'app.js': ' '.repeat(bytes - others) }))
  expect(withBytes(MAIN_PACKAGE_LIMIT)).toEqual([])
  expect(withBytes(MAIN_PACKAGE_LIMIT + 1)).toEqual(['the main package has 2097153 bytes, WeChat takes 2097152'])
})

test('files out of use and what the compilers refuse are both told', () => {
  const complaints = weappComplaints(folderWith({ ...GOOD, 'old.js': '', 'index.wxml': '<view>' }))
  expect(complaints).toEqual(['nothing refers to old.js', expect.stringContaining('index.wxml:1:')])
})
