// Writes src/wx/api-options.ts: the options and results of the members of `wx` that exist here, by WeChat's typings.
// Run `npm run api-options` after an update of them, and after adding a member to src/wx/implemented.ts.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import type { WeChatApi, WeChatOption } from '../src/wx/api-options'
import { IMPLEMENTED_OPTIONS } from '../src/wx/implemented'

const CALLBACKS = ['success', 'fail', 'complete']

/** The typings of the cloud follow other names. */
const CLOUD: Readonly<Record<string, readonly string[]>> = {
  'cloud.init': ['ICloudConfig'],
  'cloud.callFunction': ['CallFunctionParam', 'ICloudAPIParam'],
}

type Members = readonly ts.TypeElement[]

export function readApis(): Record<string, WeChatApi> {
  const { resolve } = createRequire(import.meta.url)
  const files = ['api', 'cloud'].map((each) => resolve(`miniprogram-api-typings/types/wx/lib.wx.${each}.d.ts`))
  const interfaces = new Map(files.flatMap(readInterfaces))
  const wx = interfaces.get('Wx') ?? []
  return Object.fromEntries(
    Object.keys(IMPLEMENTED_OPTIONS).map((name) => {
      const pascal = name.charAt(0).toUpperCase() + name.slice(1)
      const options = (CLOUD[name] ?? [`${pascal}Option`]).flatMap((each) => interfaces.get(each) ?? [])
      const results = interfaces.get(`${pascal}SuccessCallbackResult`) ?? []
      const member = wx.find((each) => each.name?.getText() === name)
      return [name, { since: readSince(member), options: readOptions(options), results: readResults(results) }]
    }),
  )
}

function readInterfaces(file: string): [string, Members][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: [string, Members][] = []
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) found.push([node.name.text, [...node.members]])
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function readOptions(members: Members): Record<string, WeChatOption> {
  const options = members.filter(ts.isPropertySignature).filter(({ name }) => !CALLBACKS.includes(name.getText()))
  return Object.fromEntries(
    options.map((each) => [
      each.name.getText(),
      { type: readType(each.type), required: each.questionToken === undefined, since: readSince(each) },
    ]),
  )
}

function readResults(members: Members): Record<string, string | null> {
  return Object.fromEntries(members.map((each) => [each.name?.getText() ?? '', readSince(each)]))
}

const TYPES: Readonly<Record<string, string>> = { string: 'String', number: 'Number', IAnyObject: 'Object' }

/** WeChat's name of a type that a value can be checked against. */
function readType(type: ts.TypeNode | undefined): string | null {
  const text = type?.getText() ?? ''
  return /^\|?\s*'[^']*'(\s*\|\s*'[^']*')*$/.test(text) ? 'String' : (TYPES[text] ?? null)
}

/** The base library that a comment names, e.g. "需要基础库： `2.10.4`". */
function readSince(node: ts.Node | undefined): string | null {
  const comment = node ? node.getFullText().slice(0, node.getStart() - node.getFullStart()) : ''
  return /(?:^|[*\n])\s*需要基础库： `([\d.]+)`/.exec(comment)?.[1] ?? null
}

export function createOptionsFile(): string {
  const rows = Object.entries(readApis()).map(([name, { since, options, results }]) => {
    const list = (all: object) =>
      Object.entries(all)
        .map(([key, value]) => `\n      ${key}: ${JSON.stringify(value)},`)
        .join('')
    return `  ${JSON.stringify(name)}: {\n    since: ${JSON.stringify(since)},\n    options: {${list(options)}\n    },\n    results: {${list(results)}\n    },\n  },`
  })
  return `// Made by scripts/api-options.ts from miniprogram-api-typings.

export interface WeChatOption {
  /** The type of its values, in WeChat's words; \`null\` if it accepts several. */
  readonly type: string | null
  readonly required: boolean
  /** The base library that it came with; \`null\` if the typings name none. */
  readonly since: string | null
}

export interface WeChatApi {
  readonly since: string | null
  /** Without success, fail and complete. */
  readonly options: Readonly<Record<string, WeChatOption>>
  /** What its success callback receives, each with the base library. */
  readonly results: Readonly<Record<string, string | null>>
}

// biome-ignore format: generated
export const WECHAT_APIS: Readonly<Record<string, WeChatApi>> = {
${rows.join('\n')}
}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/wx/api-options.ts', import.meta.url), createOptionsFile())
}
