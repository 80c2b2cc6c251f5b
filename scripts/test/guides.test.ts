// Compares the tables in the guides with the code: a missing or outdated row fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_LIMITS, REASONS } from '@local-number/login'
import { RETURN_CODES } from '@local-number/protocol/return-codes'
import { SERVER_ERRORS } from '@local-number/server'
import { SERVER_VARIABLES } from '@local-number/server/env'
import { DEFAULT_HANDSETS } from '@local-number/simulator'
import { backendVariables } from '../../apps/backend/src/variables'
import { ROOT } from '../markdown'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const BETWEEN_CELLS = /(?<!\\)\|/

/** The rows of a page's tables, as their cells. */
function readRows(path: string): readonly (readonly string[])[] {
  const rows = read(path).match(/^\|.+\|$/gm) ?? []
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split(BETWEEN_CELLS)
      .map((cell) => cell.trim()),
  )
}

/** The fields of an interface in the component's sources. */
function listFields(file: string, name: string): readonly string[] {
  const text = read(`packages/taro/src/${file}.ts`)
  const start = text.indexOf(`interface ${name} `)
  const body = text.slice(start, text.indexOf('\n}', start))
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, field = '']) => field)
}

const COMPONENT_OPTIONS = [
  ...listFields('options', 'CommonOptions'),
  ...listFields('options', 'EditionsOption'),
  ...listFields('props', 'ViewProps'),
  ...listFields('slots', 'Slots'),
]

/** Codes and reasons that a development build explains in the console. */
const DEVELOPMENT_CODES = [
  ...[...read('packages/taro/src/development.ts').matchAll(/^ {4}code: '(\w+)'|^ {2}(\w+): (?:['"(]|\n)/gm)],
  ...[...read('packages/taro/src/misconfigured.ts').matchAll(/^ {2}(\w+): \(/gm)],
]
  .map(([, code, key]) => code ?? key ?? '')
  .filter((code) => code !== 'misconfigured')

describe.each(['zh', 'en'] as const)('the guides in %s', (language) => {
  const rows = (guide: string) => readRows(`docs/${language}/${guide}.md`)
  const findRow = (guide: string, first: string) => rows(guide).find(([cell = '']) => cell.startsWith(`\`${first}\``))

  test.each(Object.entries(REASONS))(
    'the component guide names what comes first after the reason %s, and where a retry leads',
    (reason, { retryTo, first }) => {
      const [, , , retry, button] = findRow('component', reason) ?? []
      if (reason === 'userChoice') expect(retry).toBeTruthy()
      else expect(retry).toBe(retryTo === null ? { zh: '不可重试', en: 'no retry' }[language] : `\`${retryTo}\``)
      const buttons = { zh: { retry: '重试', otherWay: '其他方式' }, en: { retry: 'retry', otherWay: 'other way' } }
      expect(button).toBe(buttons[language][first])
    },
  )

  test.each(Object.entries(DEFAULT_LIMITS))('the component guide gives the limit %s as %d ms', (name, ms) => {
    expect(read(`docs/${language}/component.md`)).toContain(`\`${name}\` ${ms}`)
  })

  test.each(COMPONENT_OPTIONS)('a guide of the component lists the prop or callback %s', (name) => {
    expect(findRow('component', name) ?? findRow('customizing', name)).toBeDefined()
  })

  test.each(DEVELOPMENT_CODES)('the component guide explains the development code %s', (code) => {
    expect(read(`docs/${language}/component.md`)).toContain(`| \`${code}\``)
  })

  test.each([...Object.keys(backendVariables), ...SERVER_VARIABLES])(
    'the backend guide lists the variable %s',
    (variable) => {
      expect(findRow('backend', variable)).toBeDefined()
    },
  )

  // The omitted codes are thrown by a ticket's verifier, or prevent the server from starting.
  const answers = Object.entries(SERVER_ERRORS).filter(([code]) => !/^ticket|Unusable$/.test(code))
  test.each(answers)('the backend guide lists the error %s with its status', (code, [status]) => {
    const [statuses] = rows('backend').find(([, codes = '']) => codes.includes(`\`${code}\``)) ?? []
    expect(statuses).toContain(String(status))
  })

  // 500 is the status that hides the other codes.
  const behind500 = RETURN_CODES.getMobile.map(({ code }) => code).filter((code) => code !== '500')
  test.each(behind500)('the DevTools guide lists the code %s, which a network capture shows behind a 500', (code) => {
    expect(findRow('devtools', code)).toBeDefined()
  })

  const demoVariables = read('apps/demo/config/demo-settings.ts').match(
    /\bDEMO_(?:LINE|APP_ID|TEST_PHONE|BACKEND_URL)\b/g,
  )
  test.each([...new Set(demoVariables)])('the DevTools guide lists the demo’s variable %s', (variable) => {
    expect(findRow('devtools', variable)).toBeDefined()
  })

  const devToolsErrors = [...read('e2e/devtools/errors.ts').matchAll(/^ \* - `(\w+)`/gm)].map(([, code]) => code)
  test.each(devToolsErrors)('the DevTools guide lists the error %s of npm run devtools', (code) => {
    expect(rows('devtools').some(([, output]) => output === `\`${code}\``)).toBe(true)
  })

  test.each(DEFAULT_HANDSETS)('the simulator guide lists the handset $id with its number', ({ id, msisdn }) => {
    expect(findRow('simulator', id)?.[2]).toBe(msisdn ?? { zh: '无', en: 'none' }[language])
  })
})
