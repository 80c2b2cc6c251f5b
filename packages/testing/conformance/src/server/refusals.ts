// Refusals: what must be refused is, for that reason, by a server that signs what is right.
import { BUSINESS_PATHS } from '@local-number/protocol'
import { type HttpAnswer, objectIn } from '../http'
import { must } from '../must'
import { post, signBody } from './login'
import { codeIn, said } from './said'
import type { ServerSubject } from './subject'

/** What a server refuses before it has looked at the rule that is tried, and what to do about it. */
const NOT_THE_RULE = {
  limit: {
    is: ({ status }: HttpAnswer) => status === 429,
    remedy: 'the server was limited: switch its rate limit off',
  },
  consent: {
    is: (answer: HttpAnswer) => answer.status === 403 && codeIn(answer) === 'consentRequired',
    remedy: 'the server wants consent to other terms: give its consentVersion in --credentials',
  },
} as const

/**
 * Which 4xx, is the server's own business, but for those that say nothing of the rule.
 *
 * @param subject what the rule is about, where it is a limit or consent itself
 * @throws Unmet unless the server refused, without a signature or a ticket
 */
export function mustRefuse(answer: HttpAnswer, what: string, subject?: keyof typeof NOT_THE_RULE): void {
  const { sign, ticket, outcome } = objectIn(answer) ?? {}
  must(sign === undefined && ticket === undefined, `${what} must get neither signature nor ticket`)
  must(outcome === undefined, `${what} must be refused, and was answered with an outcome`)
  must(answer.status >= 400 && answer.status < 500, `${what} must be refused with HTTP 4xx, and got ${said(answer)}`)
  for (const [name, { is, remedy }] of Object.entries(NOT_THE_RULE)) {
    must(name === subject || !is(answer), `not judged: ${remedy} (${said(answer)})`)
  }
}

/** Before a group of refusals: a server that signs nothing at all refuses them, too. @throws Unmet */
export async function mustSignTheRight(subject: ServerSubject): Promise<void> {
  const answer = await post(subject, BUSINESS_PATHS.sign, { body: signBody(subject) })
  must(
    answer.status === 200 && typeof objectIn(answer)?.sign === 'string',
    `the server signs nothing right: is the setup (appId, consentVersion, rate limit) as the guide wants it? It said ${said(answer)}`,
  )
}
