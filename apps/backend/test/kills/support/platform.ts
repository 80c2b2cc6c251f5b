// The platform of these tests: the token says what it answers, and each token has one attempt, so that it knows how
// often every attempt was asked about.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { answerCode, type PlatformStandIn } from '../../../../../packages/server/test/support/platform-stand-in'

/** What a token may stand for, and what the services make of it. */
export const OUTCOMES = { '000': 'verified', '001': 'notThisNumber', '120020': 'staleToken' } as const

export type PlannedCode = keyof typeof OUTCOMES

export const createToken = (code: PlannedCode) => `${code}.${randomUUID()}`

/** So that many kills fall between a call and its answer, in ms. */
const LONGEST_ANSWER_MS = 100

export function answerByToken(platform: PlatformStandIn): void {
  platform.answerWith(async (message, response) => {
    await wait(Math.random() * LONGEST_ANSWER_MS)
    const [code] = message.body.token.split('.')
    return answerCode(code)(message, response)
  })
}

export function countCalls({ requests }: PlatformStandIn): ReadonlyMap<string, number> {
  const calls = new Map<string, number>()
  for (const { message } of requests) calls.set(message.body.token, (calls.get(message.body.token) ?? 0) + 1)
  return calls
}
