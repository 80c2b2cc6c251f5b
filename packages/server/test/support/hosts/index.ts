// Every way in which the documentation mounts the API.
import { startExpress, startExpress4, useParsers, useParsers4 } from './express'
import { startFetch } from './fetch'
import { startHono } from './hono'
import type { StartHost } from './host'
import { startHttp } from './http'
import { startKoa, startKoaBehindParser } from './koa'
import { startNest, startNestConsumer } from './nest'

export interface HostRow {
  readonly name: string
  readonly start: StartHost
  /** Whether a body parser of the app runs first: then malformed JSON is refused by that one. */
  readonly hasParser?: boolean
}

export const HOSTS: readonly HostRow[] = [
  { name: 'Koa', start: startKoa() },
  { name: 'Koa behind a body parser', start: startKoaBehindParser, hasParser: true },
  { name: 'Express 5', start: startExpress() },
  { name: 'Express 5 behind its parsers', start: startExpress(useParsers), hasParser: true },
  { name: 'Express 4', start: startExpress4() },
  { name: 'Express 4 behind its parsers', start: startExpress4(useParsers4), hasParser: true },
  { name: 'NestJS', start: startNest },
  { name: 'NestJS as a consumer’s middleware', start: startNestConsumer, hasParser: true },
  { name: 'Node’s http', start: startHttp },
  { name: 'Hono', start: startHono },
  { name: 'Fetch alone', start: startFetch },
]
