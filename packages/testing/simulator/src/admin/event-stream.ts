// Sends every open console what happens, as server-sent events.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ExchangeEvent, SimulatorState } from '@local-number/simulator-contract'
import { createChannel, createSession, type Session } from 'better-sse'
import { SimulatorError } from '../common/errors'
import type { LineMiddleware } from '../http/context'

/** A client that has left is noticed within this time, in milliseconds. */
const KEEP_ALIVE_MS = 15_000
/** How soon a client that lost the connection tries again, in milliseconds. */
const RETRY_MS = 1000
/**
 * Bytes that may wait for a client that does not read. A client with more is disconnected; it reloads everything when
 * it reconnects.
 */
const MAX_BACKLOG_BYTES = 4 * 1024 * 1024
/** More consoles than anyone has open. */
const MAX_LISTENERS = 20

export class EventStream {
  readonly #channel = createChannel()
  readonly #responses = new Set<ServerResponse>()

  readonly subscribe: LineMiddleware = async (ctx) => {
    ctx.status = 200
    // The library would answer a HEAD with events, which must not have a body.
    if (ctx.method === 'HEAD') {
      ctx.type = 'text/event-stream'
      return
    }
    if (this.#responses.size >= MAX_LISTENERS) {
      throw new SimulatorError('tooManyListeners', `${MAX_LISTENERS} consoles are open: close one that is not needed`)
    }
    const session = await this.#open(ctx.req, ctx.res)
    // Only now: Koa must answer if there is no session.
    ctx.respond = false
    if (ctx.res.closed) return
    this.#channel.register(session)
    keepAlive(session, ctx.res)
  }

  /** Counts the console before it waits: others that come in the meantime must see it. */
  async #open(req: IncomingMessage, res: ServerResponse): Promise<Session> {
    this.#responses.add(res)
    const leave = () => this.#responses.delete(res)
    res.once('close', leave)
    try {
      const session = await createSession(req, res, { keepAlive: null, retry: RETRY_MS })
      // One that had left before does not close again.
      if (res.closed) leave()
      return session
    } catch (error) {
      leave()
      throw error
    }
  }

  sendExchange(event: ExchangeEvent): void {
    this.#send('exchange', event)
  }

  /** @param getState called only if a console is open */
  sendState(getState: () => SimulatorState): void {
    if (this.#channel.sessionCount > 0) this.#send('state', getState())
  }

  sendCleared(): void {
    this.#send('cleared', {})
  }

  #send(name: string, data: unknown): void {
    for (const res of this.#responses) if (res.writableLength > MAX_BACKLOG_BYTES) res.destroy()
    if (this.#channel.sessionCount > 0) this.#channel.broadcast(data, name)
  }
}

/** The library's own keep-alive never ends for a client that left before its session had begun. */
function keepAlive(session: Session, res: ServerResponse): void {
  const sendComment = () => void session.batch((buffer) => void buffer.comment().dispatch())
  const timer = setInterval(sendComment, KEEP_ALIVE_MS)
  timer.unref()
  res.once('close', () => clearInterval(timer))
}
