// The table of the theme's variables in docs/{en,zh}/customizing.md: defaults from the style sheet, meanings from here.
// Pure: `generate-variables.ts` writes what this returns.
import { VARIABLES } from '../packages/taro/src/variables'
import { drawVariable } from './variables-pictures'

export type Language = 'en' | 'zh'

type Texts = Readonly<Record<Language, string>>

const MEANINGS: Readonly<Record<string, Texts>> = {
  accent: {
    en: 'buttons, the ticked box, the border of the focused field',
    zh: '按钮、勾上的同意框、输入框聚焦时的边框',
  },
  'accent-pressed': { en: 'a button that is pressed or hovered over', zh: '按下或悬停的按钮' },
  'on-accent': { en: 'the label of a button, the tick in the box', zh: '按钮上的文字、同意框里的勾' },
  link: {
    en: 'links and quiet buttons; if only `--lnl-accent` is set, they take it',
    zh: '链接和没有底色的按钮；只设了 `--lnl-accent` 时用它',
  },
  text: { en: 'text', zh: '正文' },
  muted: { en: 'secondary text: subtitle, advice, consent, +86', zh: '次要文字：副标题、说明、同意条款、+86' },
  line: { en: 'the border of the box and of the phone field', zh: '同意框和输入框的边框' },
  surface: {
    en: 'the background of page, sheet and dialog; in the dark, the default is a step lighter on the last two',
    zh: '页面、底部面板和弹窗的底色；深色时后两者的默认值亮一级',
  },
  field: { en: 'the phone field, plain buttons', zh: '输入框、次要按钮的底色' },
  placeholder: { en: 'the placeholder in the phone field', zh: '输入提示' },
  danger: { en: 'a problem with the number', zh: '号码有问题时的文字和边框' },
  good: { en: 'the mark of success', zh: '成功的标记' },
  warning: { en: 'the mark of a failure', zh: '失败的标记' },
  overlay: { en: 'what covers the page behind a sheet', zh: '底部面板后面的遮罩' },
  radius: { en: 'corners of buttons and phone field', zh: '按钮和输入框的圆角' },
  'sheet-radius': { en: 'upper corners of sheets', zh: '底部面板上方的圆角' },
  'logo-size': { en: 'width and height of the logo; its corners are a quarter', zh: '标志的宽高；圆角是它的四分之一' },
  'button-height': { en: 'least height of a button', zh: '按钮的最小高度' },
  'field-height': { en: 'least height of the phone field', zh: '输入框的最小高度' },
  space: { en: 'left and right of page and sheets', zh: '页面和底部面板左右的留白' },
  width: { en: 'greatest width of the content', zh: '内容的最大宽度' },
  'title-size': { en: 'the app’s name', zh: '应用名的字号' },
  'text-size': { en: 'text and quiet buttons', zh: '正文和没有底色的按钮的字号' },
  'small-size': { en: 'the consent', zh: '同意条款的字号' },
  'button-size': { en: 'labels of buttons', zh: '按钮文字的字号' },
  'input-size': { en: 'the number in the field', zh: '输入框里号码的字号' },
  'number-size': { en: 'the number after success', zh: '成功后号码的字号' },
}

const LABELS: Readonly<
  Record<Language, Readonly<Record<'narrow' | 'flat' | 'layouts', string>> & { readonly columns: readonly string[] }>
> = {
  en: {
    columns: ['Variable', 'Default', 'In dark', 'For', 'Where'],
    narrow: 'on screens below 360',
    flat: 'on screens lower than 480',
    layouts: 'in `compact` and `sheet`',
  },
  zh: {
    columns: ['变量', '默认', '深色', '用于', '位置'],
    narrow: '宽度不到 360 时',
    flat: '高度不到 480 时',
    layouts: '`compact` 和 `sheet` 布局',
  },
}

/** @throws Error if the style sheet gives a variable no default, or the table has no meaning for it */
export function renderVariablesTable(css: string, language: Language): string {
  const { columns } = LABELS[language]
  const rows = VARIABLES.map((variable) => {
    const meaning = MEANINGS[toName(variable)]
    if (!meaning) throw new Error(`no meaning of ${variable}: add it to MEANINGS in scripts/variables-document.ts`)
    const picture = `![](../images/variables/${toName(variable)}.svg)`
    return [toCode(variable), ...findDefaults(css, variable, language), meaning[language], picture]
  })
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** By file name, for docs/images/variables. */
export function drawVariables(css: string): ReadonlyMap<string, string> {
  const isColor = (value: string | undefined): value is string => value !== undefined
  return new Map(
    VARIABLES.map((variable) => {
      const name = toName(variable)
      return [`${name}.svg`, drawVariable(name, findColors(css, variable).filter(isColor))]
    }),
  )
}

/** Replaces the table between its two comments. */
export function replaceVariablesTable(page: string, css: string, language: Language): string {
  const [start = '', end = ''] = page.match(/<!-- \/?variables.* -->/g) ?? []
  const [before, after] = [page.indexOf(start) + start.length, page.indexOf(end)]
  return `${page.slice(0, before)}\n\n${renderVariablesTable(css, language)}\n\n${page.slice(after)}`
}

/** Where a size is another one; the rest are smaller on narrow screens. */
const ELSEWHERE: Readonly<Record<string, 'flat' | 'layouts'>> = {
  '--lnl-logo-size': 'layouts',
  '--lnl-title-size': 'layouts',
  '--lnl-field-height': 'flat',
  '--lnl-width': 'flat',
}

/** In light, and in dark if that differs. A color's are the theme's variables; a size's is where the size is used. */
function findDefaults(css: string, variable: string, language: Language): readonly string[] {
  const [light, dark] = findColors(css, variable)
  if (light) return [toCode(light), dark ? toCode(dark) : '']
  const [usual, other] = findSizes(css, variable)
  if (!usual) throw new Error(`style.css has no default of ${variable}`)
  const where = LABELS[language][ELSEWHERE[variable] ?? 'narrow']
  const size = other ? `${toCode(usual)}; ${where} ${toCode(other)}` : toCode(usual)
  return [size, '']
}

function findColors(css: string, variable: string): readonly (string | undefined)[] {
  const own = variable.replace('--lnl-', '--lnld-')
  return ['.lnl', '.lnl-dark'].map((selector) => findValue(findBlock(css, selector), own))
}

function findBlock(css: string, selector: string): string {
  const start = css.indexOf(`\n${selector} {`)
  return css.slice(start, css.indexOf('\n}', start))
}

function findValue(block: string, name: string): string | undefined {
  return new RegExp(`^ +${name}: (.+);$`, 'm').exec(block)?.[1]
}

/** All that `var(--lnl-x, …)` falls back to, in the order of the style sheet: layouts and narrow screens come last. */
function findSizes(css: string, variable: string): readonly string[] {
  return [
    ...new Set([...css.matchAll(new RegExp(`var\\(${variable}, (\\d[\\w.]*)\\)`, 'g'))].map(([, size = '']) => size)),
  ]
}

function toName(variable: string): string {
  return variable.slice('--lnl-'.length)
}

function toCode(value: string): string {
  return `\`${value}\``
}
