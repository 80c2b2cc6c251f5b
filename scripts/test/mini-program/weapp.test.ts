import { findWeappProblems, MAIN_PACKAGE_LIMIT } from '../../mini-program/weapp'
import { writeFolder } from './folder'

const GOOD = { 'app.js': '', 'app.json': '{"pages":["index"]}', 'index.js': '', 'index.wxml': '<view/>' }

test('a correct mini-program has no problems', () => {
  expect(findWeappProblems(writeFolder(GOOD))).toEqual([])
})

test('a folder without a mini-program is reported', () => {
  expect(findWeappProblems(writeFolder({}))).toEqual([expect.stringContaining('npm run build:weapp')])
  expect(findWeappProblems('dist/nowhere')).toEqual([expect.stringContaining('npm run build:weapp')])
})

test('a main package above WeChat’s limit is reported', () => {
  const others = Object.values(GOOD).join('').length
  const checkBytes = (bytes: number) =>
    findWeappProblems(writeFolder({ ...GOOD, 'app.js': ' '.repeat(bytes - others) }))
  expect(checkBytes(MAIN_PACKAGE_LIMIT)).toEqual([])
  expect(checkBytes(MAIN_PACKAGE_LIMIT + 1)).toEqual(['the main package has 2097153 bytes, WeChat allows 2097152'])
})

test('unused files and what the compilers refuse are both reported', () => {
  const problems = findWeappProblems(writeFolder({ ...GOOD, 'old.js': '', 'index.wxml': '<view>' }))
  expect(problems).toEqual(['no file refers to old.js', expect.stringContaining('index.wxml:1:')])
})
