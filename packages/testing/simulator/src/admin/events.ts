// Tells every open console what happens, as server-sent events.
import type { ServerResponse } from 'node:http'
import type { ExchangeEvent, SimulatorState } from '@local-number/simulator-contract'
import { createChannel, createSession, type Session } from 'better-sse'
import type { Middleware } from 'koa'
import { SimulatorError } from '../common/errors'

/** A client that has gone is noticed at the latest now, in milliseconds. */
const KEEP_ALIVE_MS = 15_000
/** How soon a client that lost the connection tries again, in milliseconds. */
const RETRY_MS = 1000
/** Bytes that wait for a client that does not read: it is sent away then, and finds out what it missed when it returns. */
const BACKLOG_LIMIT = 4 * 1024 * 1024
/** More than any desk has consoles open. */
const MOST_LISTENERS = 20

export class Events {
  readonly #channel = createChannel()
  readonly #responses = new Set<ServerResponse>()

  readonly subscribe: Middleware = async (ctx) => {
    ctx.status = 200
    // The library would answer a HEAD with events that nobody may send.
    if (ctx.method === 'HEAD') {
      ctx.type = 'text/event-stream'
      return
    }
    if (this.#responses.size >= MOST_LISTENERS) {
      throw new SimulatorError('tooManyListeners', `${MOST_LISTENERS} consoles are open: close one that is not needed`)
    }
    const session = await createSession(ctx.req, ctx.res, { keepAlive: null, retry: RETRY_MS })
    // Only now: if there is no session, somebody else has to answer.
    ctx.respond = false
    if (ctx.res.closed) return
    this.#responses.add(ctx.res)
    ctx.res.once('close', () => this.#responses.delete(ctx.res))
    this.#channel.register(session)
    keepAlive(session, ctx.res)
  }

  exchange(event: ExchangeEvent): void {
    this.#tell('exchange', event)
  }

  /** Asked for the state only if somebody listens. */
  state(read: () => SimulatorState): void {
    if (this.#channel.sessionCount > 0) this.#tell('state', read())
  }

  cleared(): void {
    this.#tell('cleared', {})
  }

  #tell(name: string, data: unknown): void {
    for (const res of this.#responses) if (res.writableLength > BACKLOG_LIMIT) res.destroy()
    if (this.#channel.sessionCount > 0) this.#channel.broadcast(data, name)
  }
}

/** The library's own never ends for a client that left before its session had begun. */
function keepAlive(session: Session, res: ServerResponse): void {
  const comment = () => void session.batch((buffer) => void buffer.comment().dispatch())
  const timer = setInterval(comment, KEEP_ALIVE_MS)
  timer.unref()
  res.once('close', () => clearInterval(timer))
}
