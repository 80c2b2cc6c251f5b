// Every way in which the documentation mounts the API.
import { startFetch } from './fetch'
import { startHono } from './hono'
import type { StartHost } from './host'
import { startKoa, startKoaBehindParser } from './koa'

export interface HostRow {
  readonly name: string
  readonly start: StartHost
  /** Whether a body parser of the app runs first: then malformed JSON is refused by that one. */
  readonly hasParser?: boolean
}

export const HOSTS: readonly HostRow[] = [
  { name: 'Koa', start: startKoa() },
  { name: 'Koa behind a body parser', start: startKoaBehindParser, hasParser: true },
  { name: 'Hono', start: startHono },
  { name: 'Fetch alone', start: startFetch },
]
