import { createPage, pack } from '../support/run'

const PAGES = ['pages/one/one']
const THEMES = { light: { bar: '#ffffff' }, dark: { bar: '#111111' } }

test('the variables of themeLocation are packed', () => {
  const app = { pages: PAGES, darkmode: true, themeLocation: 'theme.json' }
  const { themes, unsupported } = pack(createPage({}, { 'app.json': app, 'theme.json': THEMES }))
  expect(themes).toEqual(THEMES)
  expect(unsupported).toEqual([])
})

test('without darkmode the variables count for nothing', () => {
  const app = { pages: PAGES, themeLocation: 'theme.json' }
  expect(pack(createPage({}, { 'app.json': app, 'theme.json': THEMES })).themes).toBeNull()
})

const app = { pages: PAGES, darkmode: true, themeLocation: 'theme.json' }

test.each([
  ['missing', { 'app.json': app }],
  ['without dark', { 'app.json': app, 'theme.json': { light: {} } }],
])('a themeLocation that is %s is refused', (_what, files) => {
  const message = 'app.json themeLocation: theme.json must exist and have light and dark'
  expect(() => pack(createPage({}, files))).toThrow(message)
})
