import { readFiles } from '../../mini-program/files'
import { findOutputProblems } from '../../mini-program/output'
import { PLATFORMS } from '../../mini-program/platforms'
import { writeFolder } from './folder'

const PAGE = 'pages/index/index'

describe.each(Object.entries(PLATFORMS))('%s', (_name, platform) => {
  const GOOD: Readonly<Record<string, string>> = {
    'app.js': 'App({})',
    'app.json': JSON.stringify({ pages: [PAGE] }),
    [`app.${platform.style}`]: '.lnl-button{color:#fff}',
    [`${PAGE}.js`]: 'Page({processing:/(?:a|b)(?=c)(?!d)/})',
    [`${PAGE}.json`]: '{}',
    [`${PAGE}.${platform.template}`]: '',
  }
  const findProblems = (files: Readonly<Record<string, string>>) =>
    findOutputProblems(readFiles(writeFolder(files)), platform)

  test('a correct build has no problems', () => {
    expect(findProblems(GOOD)).toEqual([])
  })

  test.each(['js', 'json', platform.template])('a page without its .%s is reported', (extension) => {
    const { [`${PAGE}.${extension}`]: _missing, ...rest } = GOOD
    expect(findProblems(rest)).toEqual([`${PAGE}.${extension} is missing`])
  })

  test('a build without the component’s styles is reported', () => {
    const problems = [`app.${platform.style} lacks the component's styles`]
    expect(findProblems({ ...GOOD, [`app.${platform.style}`]: '.else{}' })).toEqual(problems)
  })

  test.each([
    ['process.env.TARO_ENV', 'e="h5"===process.env.TARO_ENV'],
    ['process.nextTick', 'process.nextTick(f)'],
    ['\\p{', '/\\p{L}/u'],
    ['\\P{', '/\\P{L}/u'],
    ['(?<', '/(?<=a)b/'],
  ])('a script that contains %s is reported', (word, script) => {
    expect(findProblems({ ...GOOD, 'vendors.js': script })).toEqual([`vendors.js contains ${word}`])
  })
})

test('an empty build is reported', () => {
  for (const platform of Object.values(PLATFORMS)) {
    expect(findOutputProblems(new Map(), platform)).toEqual(['app.json is missing'])
  }
})
