// Writes src/built-ins/attributes.ts: the attributes, their default values and the events of WeChat's built-in
// components, as far as this runtime has the component. WeChat publishes typings of their events only, so Taro's typings
// ("@supported weapp") and the tables behind its templates add the rest. Run `npm run attributes` after an update.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { BUILT_IN_TEMPLATES } from '../src/built-ins/templates'

interface TagFacts {
  /** In camelCase. */
  readonly attributes: Set<string>
  /** Values that have no effect, as texts. */
  readonly defaults: Map<string, Set<string>>
  readonly events: Set<string>
}

type Facts = Record<string, TagFacts>

const { resolve } = createRequire(import.meta.url)

/** What React and Taro add; no template has it. */
const NOT_WECHAT = [
  'children',
  'className',
  'compileMode',
  'dangerouslySetInnerHTML',
  'defaultValue',
  'id',
  'key',
].concat(['nativeProps', 'ref', 'style', 'defaultChecked', 'harmonyDirection'])

/** Events that Taro renames. */
const RENAMED: Readonly<Record<string, string>> = { click: 'tap', longclick: 'longtap' }

const TAGS = Object.keys(BUILT_IN_TEMPLATES)

export function readFacts(): Facts {
  const facts: Facts = Object.fromEntries(
    ['', ...TAGS].map((tag) => [tag, { attributes: new Set(), defaults: new Map(), events: new Set() }]),
  )
  addTaroTypings(facts)
  addTaroTemplates(facts)
  addWeChatEvents(facts)
  return facts
}

function addTaroTypings(facts: Facts): void {
  const folder = resolve('@tarojs/components/types/common.d.ts').replace('common.d.ts', '')
  const addInterface = (tag: string, file: string, name: string) => {
    for (const member of readInterface(`${folder}${file}.d.ts`, name)) {
      const tags = ts.getJSDocTags(member)
      const supported = readTag(tags, 'supported')
      if (supported !== undefined && !/\bweapp\b/.test(supported)) continue
      addMember(facts[tag] as TagFacts, member.name?.getText() ?? '', readTag(tags, 'default'))
    }
  }
  addInterface('', 'common', 'StandardProps')
  addInterface('', 'common', 'EventProps')
  for (const tag of TAGS) addInterface(tag, toPascalCase(tag), `${toPascalCase(tag)}Props`)
}

function readInterface(file: string, name: string): readonly ts.TypeElement[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found = source.statements.filter(ts.isInterfaceDeclaration).filter((each) => each.name.text === name)
  if (found.length === 0) throw new Error(`${file} has no interface ${name}`)
  return found.flatMap(({ members }) => [...members])
}

function readTag(tags: readonly ts.JSDocTag[], name: string): string | undefined {
  const found = tags.find(({ tagName }) => tagName.text === name)
  return found && (ts.getTextOfJSDocComment(found.comment) ?? '')
}

function addMember({ attributes, defaults, events }: TagFacts, name: string, defaultText?: string): void {
  const [, event] = /^on([A-Z]\w*)$/.exec(name) ?? []
  if (event) return void events.add(RENAMED[event.toLowerCase()] ?? event.toLowerCase())
  if (NOT_WECHAT.includes(name) || !/^\w+$/.test(name)) return
  attributes.add(name)
  if (defaultText === undefined) return
  defaults.set(name, (defaults.get(name) ?? new Set()).add(toPlainValue(defaultText)))
}

/** `"text"`, `'done'`, `!1` and `[0, 0]` as the texts of the values. */
function toPlainValue(code: string): string {
  const text = code.trim().replace(/^:\s*/, '')
  return text
    .replace(/^(["'`])(.*)\1$/, '$2')
    .replace(/^!1$/, 'false')
    .replace(/^!0$/, 'true')
    .replace(/[[\]\s]/g, '')
}

type Templates = Record<string, Record<string, string>>

function addTaroTemplates(facts: Facts): void {
  const require = createRequire(import.meta.url)
  const { internalComponents } = require('@tarojs/shared') as { internalComponents: Templates }
  for (const components of [internalComponents, readWeChatTemplates(require('@tarojs/plugin-platform-weapp').Weapp)]) {
    for (const tag of TAGS) {
      for (const [name, value] of Object.entries(components[toPascalCase(tag)] ?? {})) {
        const member = name.startsWith('bind')
          ? `on${toPascalCase(name.slice(4))}`
          : name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
        addMember(facts[tag] as TagFacts, member, value === '' ? undefined : value)
      }
    }
  }
}

/** The plugin merges what WeChat's components have beyond those of other mini-programs. */
function readWeChatTemplates(Weapp: { readonly prototype: { modifyTemplate(options: object): void } }): Templates {
  const merged: Templates = {}
  const sets = { voidElements: new Set(), focusComponents: new Set(), nestElements: new Map() }
  const mergeComponents = (_: unknown, components: Templates) => Object.assign(merged, components)
  Weapp.prototype.modifyTemplate.call({ template: { ...sets, mergeComponents } }, {})
  return merged
}

/** WeChat's own typings name an event's type after tag and event, e.g. `ScrollViewDragStart`. */
function addWeChatEvents(facts: Facts): void {
  const text = readFileSync(resolve('miniprogram-api-typings/types/wx/lib.wx.event.d.ts'), 'utf8')
  const names = [...text.matchAll(/^ {4}type (\w+)/gm)].map(([, name = '']) => name)
  // The longest name first: `ScrollViewScroll` is not an event of a `scroll`.
  const tags = [...TAGS].sort((a, b) => b.length - a.length)
  for (const name of names) {
    const tag = tags.find(
      (each) => name.startsWith(toPascalCase(each)) && /^[A-Z]/.test(name.slice(toPascalCase(each).length)),
    )
    if (tag) facts[tag]?.events.add(name.slice(toPascalCase(tag).length).toLowerCase())
  }
}

function toPascalCase(name: string): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
}

export function createAttributesFile(): string {
  const rows = Object.entries(readFacts()).map(([tag, { attributes, defaults, events }]) => {
    const values = [...attributes].sort().map((name) => `${name}: ${toLiteral([...(defaults.get(name) ?? [])].sort())}`)
    return `  ${JSON.stringify(tag)}: {\n    attributes: { ${values.join(', ')} },\n    events: ${toLiteral([...events].sort())},\n  },`
  })
  return `// Made by scripts/attributes.ts from the typings of WeChat and Taro, and Taro's templates.
// cspell:disable

export interface WeChatTag {
  /** Each attribute with the values that have no effect. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly events: readonly string[]
}

/** By tag; the row without a name is what every tag has. */
// biome-ignore format: generated
export const WECHAT_TAGS: Readonly<Record<string, WeChatTag>> = {
${rows.join('\n')}
}
`
}

function toLiteral(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/built-ins/attributes.ts', import.meta.url), createAttributesFile())
}
