// The Koa types of a line, and what its middleware hand on to each other.
import type { Middleware, ParameterizedContext } from 'koa'
import type { Handset } from '../handsets'
import type { MessageRecord } from '../messages'

/** What a carrier route knows of its message; the rest of the record is the recorder's. */
export type MessageFacts = Omit<MessageRecord, 'at' | 'line' | 'handset' | 'ms'>

export interface LineState {
  /** Set by the gateway. */
  handset?: Handset
  /** Set by a carrier route. */
  message?: MessageFacts
}

export type LineContext = ParameterizedContext<LineState>
export type LineMiddleware = Middleware<LineState>
