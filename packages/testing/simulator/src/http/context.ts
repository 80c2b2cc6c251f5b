// The Koa types of the simulator's listeners.
import type { Handset } from '@local-number/simulator-contract'
import type { Middleware, ParameterizedContext } from 'koa'
import type { CallExchange } from './call-exchange'

export interface LineState {
  /** Whose origin the request was sent to; `null` on the test line, where handsets play no role. */
  handset: Handset | null
  /** `null` for requests that are not a carrier call. */
  exchange: CallExchange | null
}

/** The state of a carrier call. */
export interface CarrierState extends LineState {
  exchange: CallExchange
}

export type LineContext = ParameterizedContext<LineState>
export type LineMiddleware = Middleware<LineState>
export type CarrierContext = ParameterizedContext<CarrierState>
export type CarrierMiddleware = Middleware<CarrierState>

/** For routes on which `beginExchange` runs first: it sets `exchange`. */
export const toLineMiddleware = (middleware: CarrierMiddleware) => middleware as LineMiddleware

/** Sets every field of the state: Koa begins with an empty object. */
export const initState: LineMiddleware = (ctx, next) => {
  ctx.state.handset = null
  ctx.state.exchange = null
  return next()
}
