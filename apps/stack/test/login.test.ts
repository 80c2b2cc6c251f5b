// The command-line login: real SDK, real machine, real servers.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Stack, startStack } from '../src'
import { runLogin } from '../src/cli/run-login'
import { surroundings } from '../src/cli/surroundings'
import { FREE_PORTS } from './free-ports'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ env: FREE_PORTS })
})
afterAll(() => stack.stop())

async function login(phone: string, handset?: string) {
  const env = { SIMULATOR_PORT: new URL(stack.simulator.origin).port, BACKEND_PORT: new URL(stack.backend.url).port }
  const around = await surroundings({ ...FREE_PORTS, ...env }, handset)
  const lines: string[] = []
  const summary = await runLogin(phone, around, (line) => lines.push(line))
  await around.stop()
  return { summary, lines, found: around.found }
}

test('goes through the running stack and tells each step with its time', async () => {
  const { summary, lines, found } = await login('13800138000')
  expect(found).toContain('through the running stack')
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
])('on %s with %s', async (handset, phone, expected) => {
  expect((await login(phone, handset)).summary).toMatchObject(expected)
})

test('says nothing after the end, though an aborted step may still come to its own', async () => {
  const { lines } = await login('18600186000', 'cu-5g')
  expect(lines.at(-1)).toMatch(/^acquiring → fallback/)
})

test('an unknown handset is named, with those that there are', async () => {
  await expect(login('13800138000', 'nokia')).rejects.toMatchObject({
    code: 'unknownHandset',
    message: expect.stringContaining('cm-5g, cm-4g'),
  })
})

describe('as a command', () => {
  // Each starts a process that compiles the sources first.
  jest.setTimeout(60_000)
  const root = join(__dirname, '../../..')
  const run = async (...args: string[]) => {
    const node = ['--conditions=@local-number/source', '--import', 'tsx', 'apps/stack/src/login-main.ts', ...args]
    const env = { ...process.env, ...FREE_PORTS, NODE_ENV: '' }
    const result = await promisify(execFile)(process.execPath, node, { cwd: root, env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    )
    return { code: result.code, last: JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') }
  }

  test('ends with one line of JSON, and exit code 0 only when verified', async () => {
    expect(await run('--phone', '13800138000')).toMatchObject({ code: 0, last: { outcome: 'verified' } })
    expect(await run('--phone', '13900139000')).toMatchObject({ code: 1, last: { outcome: 'notThisNumber' } })
  })

  test('without a number it does not start', async () => {
    expect(await run()).toMatchObject({ code: 2, last: { outcome: 'notStarted', code: 'badPhone' } })
  })
})
