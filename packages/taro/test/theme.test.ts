// What the style sheet promises to apps that restyle the component.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss, { type Plugin } from 'postcss'
import { VARIABLES } from '../src/variables'

/** Of every Taro build; it has no types. */
const pxtransform: (options: object) => Plugin = require('postcss-pxtransform')

const sheet = readFileSync(join(__dirname, '../src/style.css'), 'utf8')
const removeComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '')
const css = removeComments(sheet)
const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
  selector: selector.trim(),
  declarations: body
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean),
}))

test('no rule sets a variable of the app’s, so that one set on any ancestor inherits', () => {
  const set = rules.flatMap(({ declarations }) => declarations.filter((each) => each.startsWith('--lnl-')))
  expect(set).toEqual([])
})

test('the variables that are read are those that are listed', () => {
  const read = new Set([...css.matchAll(/var\((--lnl-[\w-]+)/g)].map(([, name]) => name))
  expect([...read].sort()).toEqual([...VARIABLES].sort())
})

test('every color is a variable’s default', () => {
  const isColor = /#[0-9a-f]{3,8}\b|rgba?\(/i
  const fixed = rules.flatMap(({ selector, declarations }) =>
    declarations
      .filter((each) => isColor.test(each) && !each.startsWith('--lnld-'))
      .map((each) => `${selector}: ${each}`),
  )
  expect(fixed).toEqual([])
})

const readDefaults = (wanted: string) =>
  rules
    .filter(({ selector }) => selector === wanted)
    .flatMap(({ declarations }) => declarations)
    .filter((each) => each.startsWith('--lnld-') || each.startsWith('color-scheme'))

test('auto looks in the dark as dark does', () => {
  expect(readDefaults('.lnl-dark').length).toBeGreaterThan(10)
  expect(readDefaults('.lnl-auto')).toEqual(readDefaults('.lnl-dark'))
})

test('every length is in upper-case PX, which pxtransform leaves alone', () => {
  expect(css.match(/\d(px|rpx)\b/g)).toBeNull()
})

describe('in Taro’s build', () => {
  const build = (platform: string) =>
    postcss([pxtransform({ platform, designWidth: 750, deviceRatio: { 750: 1 } })]).process(sheet, { from: undefined })
      .css
  const countRules = (text: string) => removeComments(text).match(/\{/g)?.length ?? 0
  const forBrowsers = [...sheet.matchAll(/#ifdef h5 \*\/([\s\S]*?)\/\* #endif/g)].map(([, part = '']) => part).join('')

  test('a browser gets every rule', () => {
    expect(countRules(build('h5'))).toBe(countRules(sheet))
  })

  test('a mini-program gets every rule but those for browsers alone', () => {
    expect(countRules(forBrowsers)).toBeGreaterThan(15)
    expect(countRules(build('weapp'))).toBe(countRules(sheet) - countRules(forBrowsers))
    expect(build('weapp')).not.toMatch(/forced-colors|::placeholder/)
  })
})

/** Of relative luminance, as WCAG 2 defines it. */
function measureContrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(measureLuminance).sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function measureLuminance(color: string): number {
  const hex = color.length === 4 ? [...color.slice(1)].map((each) => each + each).join('') : color.slice(1)
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((each) => (each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe.each(['.lnl', '.lnl-dark'])('the colors of %s', (theme) => {
  const light = readDefaults('.lnl')
  const own = theme === '.lnl' ? light : [...light, ...readDefaults(theme)]
  const colors = Object.fromEntries(own.map((each) => each.split(/:\s*/) as [string, string]))
  const get = (name: string) => colors[`--lnld-${name}`] ?? ''

  test.each([
    ['text', 'surface', 4.5],
    ['muted', 'surface', 4.5],
    ['muted', 'field', 4.5],
    ['placeholder', 'field', 4.5],
    ['text', 'field', 4.5],
    ['link', 'surface', 4.5],
    ['danger', 'surface', 4.5],
    ['on-accent', 'accent', 4.5],
    ['on-accent', 'accent-pressed', 4.5],
    ['text', 'raised', 4.5],
    ['muted', 'raised', 4.5],
    ['link', 'raised', 4.5],
    ['danger', 'raised', 4.5],
    ['text', 'raised-field', 4.5],
    ['muted', 'raised-field', 4.5],
    ['placeholder', 'raised-field', 4.5],
    ['line', 'surface', 3],
    ['line', 'raised', 3],
    ['link', 'field', 4.5],
    ['accent', 'surface', 3],
    ['good', 'surface', 3],
    ['warning', 'surface', 3],
  ])('%s on %s has enough contrast', (one, other, least) => {
    expect(measureContrast(get(one), get(other))).toBeGreaterThanOrEqual(least)
  })
})
