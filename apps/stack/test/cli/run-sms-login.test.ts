// The command-line login by a text message: real servers, and the inbox of a simulated handset.
import { type Stack, startStack } from '../../src'
import { runSmsLogin } from '../../src/cli/run-sms-login'
import { findTarget } from '../../src/cli/target'
import { FREE_PORTS } from '../support/free-ports'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ env: FREE_PORTS })
})
afterAll(() => stack.stop())

async function logIn(phone: string, handset: string) {
  const env = { SIMULATOR_PORT: new URL(stack.simulator.origin).port, BACKEND_PORT: new URL(stack.backend.url).port }
  const target = await findTarget({ ...FREE_PORTS, ...env }, { handset, edition: 'image' })
  const lines: string[] = []
  const summary = await runSmsLogin(phone, target, (line) => lines.push(line))
  await target.stop()
  return { summary, lines }
}

test.each([
  ['a Unicom phone', 'cu-5g', '18600186000', '186****6000'],
  ['a phone on Wi-Fi', 'cm-wifi', '15800158000', '158****8000'],
])('%s is verified with the code that it receives', async (_, handset, phone, masked) => {
  const { summary, lines } = await logIn(phone, handset)
  expect(summary).toMatchObject({ way: 'sms', outcome: 'verified', reason: null, phone: masked })
  expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(['send', 'message', 'check'])
  const [message] = stack.simulator.inbox(handset)
  expect([JSON.stringify(summary), ...lines].join()).not.toContain(message?.code)
})

test('another message to the same number has to wait, and is told how long and why', async () => {
  await logIn('18900189000', 'ct-5g')
  const { summary, lines } = await logIn('18900189000', 'ct-5g')
  expect(summary).toMatchObject({ outcome: 'fallback', reason: 'rateLimited', code: 'resendMs' })
  expect(lines.at(-1)).toMatch(
    /^rateLimited \(resendMs\): too many requests: wait before you try again\. Wait (?:[1-5]\d|60) s\.$/,
  )
})

test('a refused number gets no message', async () => {
  stack.simulator.once('textMessage', { refused: true })
  const { summary, lines } = await logIn('13900139000', 'cm-4g')
  expect(summary).toMatchObject({ outcome: 'fallback', reason: 'messageUnavailable', code: null })
  expect(lines.at(-1)).toMatch(/^messageUnavailable: no message can be sent .* Wait 30 s\.$/)
  expect(stack.simulator.inbox('cm-4g')).toEqual([])
})

test('a message to another phone is never seen', async () => {
  const { summary, lines } = await logIn('13600136000', 'cm-data-only')
  expect(summary).toMatchObject({ outcome: 'fallback', reason: 'noMessage' })
  expect(lines.at(-1)).toBe('noMessage: none came in 10 s. Pass the --handset whose SIM has the number.')
  expect(stack.simulator.inbox('ios18-5g')).toHaveLength(1)
})
