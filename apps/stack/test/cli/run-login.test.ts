// The command-line login: real SDK, real login, real servers.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TraceSummary } from '@local-number/simulator-contract'
import { filterTraces } from '../../../../packages/testing/console/src/timeline/filter-traces'
import { type Stack, startStack } from '../../src'
import type { EditionChoice } from '../../src/cli/options'
import { runLogin } from '../../src/cli/run-login'
import { findTarget } from '../../src/cli/target'
import { FREE_PORTS } from '../support/free-ports'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ env: FREE_PORTS })
})
afterAll(() => stack.stop())

async function logIn(phone: string, handset?: string, edition: EditionChoice = 'image') {
  const env = { SIMULATOR_PORT: new URL(stack.simulator.origin).port, BACKEND_PORT: new URL(stack.backend.url).port }
  const target = await findTarget({ ...FREE_PORTS, ...env }, { handset, edition })
  const lines: string[] = []
  const summary = await runLogin(phone, target, (line) => lines.push(line))
  await target.stop()
  return { summary, lines, description: target.description }
}

test('a login goes through the running stack and prints each step with its time', async () => {
  const { summary, lines, description } = await logIn('13800138000')
  expect(description).toContain('through the running stack')
  expect(summary).toMatchObject({ outcome: 'verified', reason: null, phone: '138****8000' })
  expect(lines.filter((line) => / ms$/.test(line))).toHaveLength(lines.length)
  const steps = lines.map((line) => line.trim().split(' ')[0])
  for (const step of ['network', 'image', 'sign', 'token', 'verify']) expect(steps).toContain(step)
})

test.each([
  ['cm-5g', '13900139000', { outcome: 'notThisNumber', attemptsLeft: 4 }],
  ['cm-wifi', '15800158000', { outcome: 'fallback', reason: 'wifi' }],
  ['cu-5g', '18600186000', { outcome: 'fallback', reason: 'numberRetrievalFailed', code: '500' }],
  ['offline', '13700137000', { outcome: 'fallback', reason: 'offline' }],
])('a login on the handset %s with %s ends as expected', async (handset, phone, expected) => {
  expect((await logIn(phone, handset)).summary).toMatchObject(expected)
})

describe('in the HTTPS edition', () => {
  test('a login signs first, gets its token in one call, and loads no image', async () => {
    const { summary, lines } = await logIn('13800138000', undefined, 'https')
    expect(summary).toMatchObject({ outcome: 'verified' })
    const steps = lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().split(' ')[0])
    expect(steps).toEqual(['network', 'sign', 'token', 'verify'])
  })

  test.each([
    ['cm-5g', '13900139000', { outcome: 'notThisNumber', attemptsLeft: 4 }],
    ['cu-5g', '18600186000', { outcome: 'fallback', reason: 'otherCarrier', code: '103111' }],
    ['cm-data-only', '13800138000', { outcome: 'fallback', code: '105002' }],
  ])('a login on the handset %s with %s ends as expected', async (handset, phone, expected) => {
    expect((await logIn(phone, handset, 'https')).summary).toMatchObject(expected)
  })
})

describe('the reference on a failure screen finds its login in the console', () => {
  test.each([
    ['image', 'cm-5g', '13800138000', 'verified'],
    ['image', 'cm-5g', '13900139000', 'notThisNumber'],
    ['image', 'cu-5g', '18600186000', 'fallback'],
    ['https', 'cm-5g', '13800138000', 'verified'],
    ['https', 'cu-5g', '18600186000', 'fallback'],
  ] as const)('%s edition, %s, %s', async (edition, handset, phone, outcome) => {
    const { summary } = await logIn(phone, handset, edition)
    expect(summary.outcome).toBe(outcome)
    const answer = await fetch(`${stack.simulator.adminOrigin}/_sim/traces`)
    const traces = (await answer.json()) as readonly TraceSummary[]
    const reference = summary.traceId.slice(0, 8)
    const found = filterTraces(traces, reference, () => [])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ handset })
    // Each id of the login begins with it: its own and that of every verify call.
    const ids = [found[0]?.msgId, ...(found[0]?.verifyMsgIds ?? [])]
    for (const id of ids) expect(id?.toLowerCase().startsWith(reference)).toBe(true)
    expect(ids).toHaveLength(outcome === 'fallback' ? 1 : 2)
  })
})

test('steps that end after the login are not printed', async () => {
  const { lines } = await logIn('18600186000', 'cu-5g')
  expect(lines.at(-1)).toMatch(/^acquiring → fallback/)
})

test('an unknown handset is refused with the list of handsets', async () => {
  await expect(logIn('13800138000', 'nokia')).rejects.toMatchObject({
    code: 'unknownHandset',
    message: expect.stringContaining('expected one of cm-5g, cm-4g'),
  })
})

describe('the built command', () => {
  const root = join(__dirname, '../../../..')
  const run = async (...args: string[]) => {
    const env = { ...process.env, ...FREE_PORTS, NODE_ENV: '' }
    const command = ['apps/stack/dist/login-main.js', ...args]
    const result = await promisify(execFile)(process.execPath, command, { cwd: root, env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    )
    return { code: result.code, last: JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') }
  }

  test('ends with one line of JSON, and with exit code 0 only when verified', async () => {
    expect(await run('--phone', '13800138000')).toMatchObject({ code: 0, last: { outcome: 'verified' } })
    expect(await run('--phone', '13900139000')).toMatchObject({ code: 1, last: { outcome: 'notThisNumber' } })
  })

  test.each([
    [[], 'phoneMissing'],
    [['--phone', '12345'], 'badPhone'],
  ])('does not start with the arguments %j', async (args: string[], code) => {
    expect(await run(...args)).toMatchObject({ code: 2, last: { outcome: 'notStarted', code } })
  })
})
