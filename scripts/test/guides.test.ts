// Compares the tables in the guides with the code: a missing or outdated row fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_LIMITS, RETRY_TARGET } from '@local-number/login'
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

describe.each(['zh', 'en'])('the guides in %s', (language) => {
  const rows = (guide: string) => readRows(`docs/${language}/${guide}.md`)
  const findRow = (guide: string, first: string) => rows(guide).find(([cell = '']) => cell.startsWith(`\`${first}\``))

  test.each(Object.entries(RETRY_TARGET))(
    'the component guide names the retry target of the reason %s',
    (reason, target) => {
      const retry = findRow('component', reason)?.[3]
      if (reason === 'userChoice') expect(retry).toBeTruthy()
      else expect(retry).toBe(target === null ? { zh: '不可重试', en: 'no retry' }[language] : `\`${target}\``)
    },
  )

  test.each(Object.entries(DEFAULT_LIMITS))('the component guide gives the limit %s as %d ms', (name, ms) => {
    expect(read(`docs/${language}/component.md`)).toContain(`\`${name}\` ${ms}`)
  })

  test('the component guide lists the style sheet’s variables with their values', () => {
    const variables = [...read('packages/taro/src/style.css').matchAll(/^ +(--lnl-[\w-]+): (.+);$/gm)]
    expect(variables.length).toBeGreaterThan(0)
    for (const [, name = '', value] of variables) expect(findRow('component', name)?.[1]).toBe(`\`${value}\``)
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
