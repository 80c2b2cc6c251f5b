// What is fuzzed: a backend whose limits are far away, and a platform that does not always keep to its document.
import type { ServerResponse } from 'node:http'
import { PHONE } from '../../../../../packages/server/test/support/business'
import {
  type Answer,
  answerCode,
  type PlatformStandIn,
} from '../../../../../packages/server/test/support/platform-stand-in'

export interface FuzzTarget {
  readonly origin: string
  readonly platform: PlatformStandIn
  /** The lines of its log so far. */
  readLog(): readonly string[]
  close(): Promise<void>
}

/** Of the fuzzed user's messages. */
export const CODE = '000000'

/** No answer of the carrier's way is about limits, and every edition is read. The fuzzed user needs no sender. */
export const FUZZ_VARIABLES = {
  LOCAL_NUMBER_SMS_SENDERS: 'webhook',
  LOCAL_NUMBER_SMS_WEBHOOK_URL: 'http://127.0.0.1:9',
  LOCAL_NUMBER_SMS_WEBHOOK_SECRET: 'a secret of the tests alone, long enough',
  LOCAL_NUMBER_SMS_TEST_NUMBERS: `${PHONE}:${CODE}`,
  LOCAL_NUMBER_SIGNS_PER_IPV4: '1000000',
  LOCAL_NUMBER_FAILED_CHECKS_PER_CLIENT: '1000000',
  LOCAL_NUMBER_DAILY_LIMIT: '1000',
  LOCAL_NUMBER_EDITIONS: 'miniProgram,h5,httpsMiniProgram,httpsH5,httpsVendor',
}

/** The failures are fewer than those after which the platform counts as down. */
const ANSWERS: readonly Answer[] = [
  answerCode('000'),
  answerCode('001'),
  answerCode('120020'),
  answerCode('13800138000'),
  answerCode('000', { msgId: ['x'] }),
  answerCode({ code: '000' }),
  (_, response) => end(response, 200, '[]'),
  (_, response) => end(response, 200, '{"header":{"__proto__":{"resultCode":"000"}}}'),
  (_, response) => end(response, 204, ''),
  (_, response) => end(response, 302, 'http://[', { location: 'http://[' }),
  (_, response) => end(response, 200, 'x'.repeat(100_000)),
  (_, response) => end(response, 200, '{}', { 'content-encoding': 'gzip' }),
  (_, response) => void response.destroy(),
  (_, response) => end(response, 502, '<html>'),
]

/** Each in turn. */
export function answerOddly(platform: PlatformStandIn): void {
  let calls = 0
  platform.answerWith((message, response) => {
    calls += 1
    return ANSWERS[calls % ANSWERS.length]?.(message, response)
  })
}

function end(response: ServerResponse, status: number, body: string, headers = {}): void {
  response.writeHead(status, headers).end(body)
}

/** Lines by which the service says that a fault is its own. */
export function findFaults(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '' && !isHarmless(line))
}

/**
 * pino's levels: 50 is an error. What is no line of the log was written by Node. A store that a busy machine keeps
 * waiting is no fault of the service.
 */
function isHarmless(line: string): boolean {
  try {
    const { level, code } = JSON.parse(line)
    return level < 50 || code === 'overloaded' || code === 'messageUnavailable'
  } catch {
    return false
  }
}
