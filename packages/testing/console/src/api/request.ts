// Requests to the admin API: JSON both ways, and every failure is an ApiError.
import type { AdminError } from '@local-number/simulator-contract'
import type { Problem } from '../state/console-state'

export class ApiError extends Error {
  constructor(
    readonly problem: Problem,
    /** HTTP status; 0 without an answer. */
    readonly status: number,
  ) {
    super('code' in problem ? problem.message : problem.outage)
  }
}

export interface RequestOptions {
  /** @default GET */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
}

export type SendRequest = <T>(path: string, options?: RequestOptions) => Promise<T>

/**
 * The returned function rejects with an ApiError and nothing else.
 *
 * @param token the admin token, or `null` to send none
 */
export function createSendRequest(token: string | null): SendRequest {
  return async <T>(path: string, { method = 'GET', body }: RequestOptions = {}) => {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (token !== null) headers.authorization = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch(() => {
      throw new ApiError({ outage: 'unreachable' }, 0)
    })
    if (response.status === 401) throw new ApiError({ outage: token === null ? 'unauthorized' : 'wrongToken' }, 401)
    return (await readAnswer(response)) as T
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const answer: unknown = await response.json().catch(() => {
    throw new ApiError({ outage: 'notJson' }, response.status)
  })
  if (response.ok) return answer
  throw new ApiError(isAdminError(answer) ? answer : { outage: 'notJson' }, response.status)
}

function isAdminError(answer: unknown): answer is AdminError {
  const { code, message, fields } = (answer ?? {}) as Partial<AdminError>
  return typeof code === 'string' && typeof message === 'string' && Array.isArray(fields)
}

/** What to show of a caught value. */
export function toProblem(thrown: unknown): Problem {
  return thrown instanceof ApiError ? thrown.problem : { outage: 'unreachable' }
}
