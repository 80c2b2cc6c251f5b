import { filesOf } from '../../mini-program/files'
import { outputComplaints } from '../../mini-program/output'
import { PLATFORMS } from '../../mini-program/platforms'
import { folderWith } from './folder'

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
  const complaintsOf = (files: Readonly<Record<string, string>>) =>
    outputComplaints(filesOf(folderWith(files)), platform)

  test('a build in order passes', () => {
    expect(complaintsOf(GOOD)).toEqual([])
  })

  test.each(['js', 'json', platform.template])('a page without its .%s is told', (extension) => {
    const { [`${PAGE}.${extension}`]: _missing, ...rest } = GOOD
    expect(complaintsOf(rest)).toEqual([`${PAGE}.${extension} is missing`])
  })

  test('a build without the component’s styles is told', () => {
    const complaint = [`app.${platform.style} is without the component's styles`]
    expect(complaintsOf({ ...GOOD, [`app.${platform.style}`]: '.else{}' })).toEqual(complaint)
  })

  test.each([
    ['process.env.TARO_ENV', 'e="h5"===process.env.TARO_ENV'],
    ['process.nextTick', 'process.nextTick(f)'],
    ['\\p{', '/\\p{L}/u'],
    ['\\P{', '/\\P{L}/u'],
    ['(?<', '/(?<=a)b/'],
  ])('a script that holds %s is told', (word, script) => {
    expect(complaintsOf({ ...GOOD, 'vendors.js': script })).toEqual([`vendors.js holds ${word}`])
  })
})

test('no build at all is told', () => {
  for (const platform of Object.values(PLATFORMS)) {
    expect(outputComplaints(new Map(), platform)).toEqual([expect.stringContaining('npm run build:taro-apps')])
  }
})
