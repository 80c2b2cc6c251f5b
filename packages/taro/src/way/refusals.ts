// What a failed call means on a way: words for the user, who stays; or the end of the way.
import { type FallbackReason, type GATEWAY_ERROR, LoginApiError } from '@local-number/login'
import { type BusinessErrorCode, ProtocolError } from '@local-number/protocol'
import type { Texts } from '../texts'
import type { WayContext } from '../ways'

/** The user stays, and may try again. */
export type CommonProblem = 'rateLimited' | 'serverUnreachable'

/** By the server's code. Every other one ends the way: the app or its server has a mistake. */
export type ProblemTable<P> = ReadonlyMap<BusinessErrorCode | typeof GATEWAY_ERROR, P>

/** Of every way. */
export const COMMON_PROBLEMS = [
  ['rateLimited', 'rateLimited'],
  ['gatewayError', 'serverUnreachable'],
  ['internal', 'serverUnreachable'],
  ['overloaded', 'serverUnreachable'],
  ['requestTimeout', 'serverUnreachable'],
  ['storeRestored', 'serverUnreachable'],
] as const

/** @returns what is wrong, or `null` if the way has ended */
export function readRefusal<P extends string>(
  error: unknown,
  table: ProblemTable<P>,
  { fail }: Pick<WayContext, 'fail'>,
): P | CommonProblem | null {
  if (!(error instanceof LoginApiError || error instanceof ProtocolError)) return 'serverUnreachable'
  const { code } = error
  const problem = (table as ReadonlyMap<string, P>).get(code)
  if (problem) return problem
  if (code === 'loginRefused') fail(code, Object(error).reason)
  else fail('misconfigured', code)
  return null
}

/** In the way's own words, or else in those of the component. */
export function describeProblem(
  problem: string,
  own: Readonly<Record<string, string>>,
  { problems, reasons }: Texts,
): string {
  const words: Readonly<Record<string, string>> = { ...problems, ...own }
  return words[problem] ?? reasons[problem as FallbackReason].title
}
