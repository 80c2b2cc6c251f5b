// What the log keeps of a path that a stranger chose.
import { get } from 'node:http'
import { type Backend, loadConfig, startBackend } from '../src'
import { createLogLines, environment } from './support/environment'

const log = createLogLines()
let backend: Backend

beforeAll(async () => {
  backend = await startBackend(loadConfig(environment), { logTo: log, stopNoticeMs: 0 })
})

afterAll(() => backend.close())

/** Asks for a path as it is, and returns what the log calls it. */
async function logPath(path: string): Promise<string> {
  log.lines.length = 0
  await new Promise<void>((resolve, reject) => {
    get(backend.url, { path, agent: false }, (response) => response.resume().on('end', resolve)).on('error', reject)
  })
  return log.lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'request').path
}

const pieces = (count: number) => `/${'a-/'.repeat(count)}`

it.each(['/healthz', '/api/local-number/sms/check', `${pieces(42)}b`])('%s is logged whole', async (path) => {
  expect(await logPath(path)).toBe(path)
})

it.each([
  ['many', pieces(1_300), `${pieces(42)}[removed]`],
  ['one', `/${'a'.repeat(4_000)}`, '/[removed]'],
  ['a number across the cut', `${pieces(40)}13800138000/b`, `${pieces(40)}[removed]`],
  [
    'percent signs, which the redaction reads more than once',
    `/${'%2531/'.repeat(600)}`,
    `/${'%2531/'.repeat(21)}[removed]`,
  ],
])('a path of more than 128 characters is cut to whole pieces: %s', async (_, path, logged) => {
  expect(await logPath(path)).toBe(logged)
})
