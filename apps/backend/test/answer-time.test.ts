import type { ServerSettings } from '@local-number/server'
import { sumAnswerMs } from '../src/answer-time'

const TIMES = { clockSkewMs: 1, attemptTtlMs: 1, platformTimeoutMs: 5_000, beforeTicketTimeoutMs: 1_000 } as const

const sms = { times: { captchaTimeoutMs: 3_000, sendTimeoutMs: 10_000 } } as ServerSettings['sms']
const wechat = { timeoutMs: 20_000 } as ServerSettings['wechat']

it.each([
  ['the platform and beforeTicket', { times: TIMES }, 6_000],
  ['the captcha and the senders', { times: TIMES, sms }, 13_000],
  [
    'the senders, for a code that arrives before their answer, and beforeTicket',
    {
      times: { ...TIMES, beforeTicketTimeoutMs: 30_000 },
      sms,
    },
    40_000,
  ],
  ['WeChat and beforeTicket', { times: TIMES, sms, wechat }, 21_000],
])('the slowest answer waits for %s', (_, settings, ms) => {
  expect(sumAnswerMs(settings)).toBe(ms)
})
