// What a failed call means on a way: words for the user, who stays; or the end of the way.
import { type FallbackReason, LoginApiError } from '@local-number/login'
import { type BusinessErrorCode, ProtocolError } from '@local-number/protocol'
import type { Texts } from '../texts'
import type { WayContext } from '../ways'

/** The user stays, and may try again. */
export type CommonProblem = 'rateLimited' | 'serverUnreachable'

/** By the server's code. Every other one ends the way: the app or its server has a mistake. */
export type ProblemTable<P> = Readonly<Partial<Record<BusinessErrorCode, P>>>

/** Of a server that serves nobody for a while. */
const DOWN = /^(gatewayError|internal|overloaded|requestTimeout|storeRestored|wechatUnavailable)$/

/** @returns what is wrong, or `null` if the way has ended */
export function readRefusal<P extends string>(
  error: unknown,
  table: ProblemTable<P>,
  { fail }: Pick<WayContext, 'fail'>,
): P | CommonProblem | null {
  const isRefusal = error instanceof LoginApiError || error instanceof ProtocolError
  if (!isRefusal || DOWN.test(error.code)) return 'serverUnreachable'
  const { code } = error
  const problem = new Map<string, P>(Object.entries(table)).get(code)
  if (problem) return problem
  if (code === 'loginRefused') fail(code, Object(error).reason)
  else fail('misconfigured', code)
  return null
}

/** In the way's own words, or in those of the component. What neither has words for is too much of something. */
export function describeProblem(
  problem: string,
  own: Readonly<Record<string, string>>,
  { problems, reasons }: Texts,
): string {
  const words: Readonly<Record<string, string>> = { ...problems, ...own }
  const { [problem as FallbackReason]: reason = reasons.rateLimited } = reasons
  return words[problem] ?? reason.title
}
