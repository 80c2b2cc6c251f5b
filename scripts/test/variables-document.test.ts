import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VARIABLES } from '../../packages/taro/src/variables'
import { ROOT } from '../markdown'
import { drawVariables, renderVariablesTable, replaceVariablesTable } from '../variables-document'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const css = read('packages/taro/src/style.css')

describe.each(['en', 'zh'] as const)('the table of the theme’s variables in %s', (language) => {
  const table = renderVariablesTable(css, language)

  test('is what the generator makes today: npm run docs:variables', () => {
    const page = read(`docs/${language}/customizing.md`)
    expect(page).toContain(table)
    expect(replaceVariablesTable(page, css, language)).toBe(page)
  })

  test('shows a color in light and dark, a color that stays, and a size', () => {
    expect(table).toMatch(/^\| `--lnl-text` \| `#1c1f23` \| `#eceef1` \|/m)
    expect(table).toMatch(/^\| `--lnl-on-accent` \| `#fff` \| {2}\|/m)
    expect(table).toMatch(/^\| `--lnl-radius` \| `12PX` \| {2}\|/m)
  })

  test('shows the smaller space of narrow screens', () => {
    expect(table).toMatch(/^\| `--lnl-space` \| `24PX`; .+ `16PX` \|/m)
  })
})

test('the list of variables is what the style sheet reads', () => {
  const inCss = [...css.matchAll(/var\((--lnl-[\w-]+)/g)].map(([, name]) => name)
  expect([...new Set(inCss)].sort()).toEqual([...VARIABLES].sort())
})

test('a variable without a default in the style sheet is named', () => {
  expect(() => renderVariablesTable('', 'en')).toThrow('style.css has no default of --lnl-accent')
})

test('the pictures are what the generator draws today: npm run docs:variables', () => {
  const folder = 'docs/images/variables'
  const drawn = drawVariables(css)
  expect(readdirSync(join(ROOT, folder)).sort()).toEqual([...drawn.keys()].sort())
  for (const [name, svg] of drawn) expect(read(join(folder, name))).toBe(svg)
})

test('a color is shown in light and dark, a size once', () => {
  expect(drawVariables(css).get('text.svg')).toMatch(/viewBox="0 0 200 120".*#1c1f23.*#eceef1/)
  expect(drawVariables(css).get('radius.svg')).toContain('viewBox="0 0 96 120"')
})
