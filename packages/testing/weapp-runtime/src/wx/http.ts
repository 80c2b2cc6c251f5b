// The options of `wx.request` as HTTP, and the answer's body as WeChat passes it on.
import type { HttpRequest } from '../device'
import type { Callbacks } from './call'
import { CallFailure } from './call-failure'

export interface RequestResult {
  readonly statusCode: number
  readonly header: Readonly<Record<string, string>>
  /** Each `Set-Cookie` as received. */
  readonly cookies: readonly string[]
  /** JSON if the body parses as JSON and `dataType` allows it, else text. */
  readonly data: unknown
}

export interface RequestOptions extends Callbacks<RequestResult> {
  readonly url: string
  /** @default 'GET' */
  readonly method?: string
  readonly data?: unknown
  readonly header?: Readonly<Record<string, unknown>>
  /** Milliseconds. */
  readonly timeout?: number
  /** @default 'json' */
  readonly dataType?: string
  /** Sends it over cellular while the phone is on Wi-Fi. From base library 2.21.0. @default false */
  readonly forceCellularNetwork?: boolean
}

/** @param referer overrides the mini-program's own, which WeChat does not allow */
export function toHttpRequest(options: RequestOptions, referer: string): Omit<HttpRequest, 'id'> {
  const { url, data, header = {} } = options
  const method = String(options.method ?? 'GET').toUpperCase()
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(header)) headers[name.toLowerCase()] = String(value)
  headers.referer = referer
  if (data === undefined || data === null) return { url, method, headers, body: null }
  if (method === 'GET') return { url: appendQuery(url, data), method, headers, body: null }
  return { url, method, headers, body: toBody(data, headers['content-type'] ?? '') }
}

function toBody(data: unknown, contentType: string): string {
  if (typeof data === 'string') return data
  return contentType.includes('x-www-form-urlencoded') ? encodeForm(Object(data)) : JSON.stringify(data)
}

function appendQuery(url: string, data: unknown): string {
  const query = typeof data === 'string' ? data : encodeForm(Object(data))
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function encodeForm(data: object): string {
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')
}

/** WeChat passes on a body that is not JSON as text. */
export function parseBody(body: string, { dataType = 'json' }: RequestOptions): unknown {
  if (dataType !== 'json') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** By WeChat's typings. Small letters are accepted. */
const METHODS: readonly string[] = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

/** @throws CallFailure in WeChat's words (github.com/wendux/grace/issues/15), e.g. for PATCH */
export function checkMethod({ method = 'GET' }: RequestOptions): void {
  if (!METHODS.includes(String(method).toUpperCase())) throw new CallFailure('method is invalid')
}

export function isBinary(data: unknown): boolean {
  return Object.prototype.toString.call(data) === '[object ArrayBuffer]'
}
