// The phones on the desk: which one this is, which others there are, what a person does in their settings. Nothing of this
// is the carrier's. Pages of this machine may use them, so that a demo can.
import cors from '@koa/cors'
import { Router } from '@koa/router'
import { maskMsisdn } from '@local-number/protocol'
import { adminErrors, jsonOf } from '../admin/admin-errors'
import { type GuardOptions, guard, isAllowedOrigin } from '../admin/guard'
import { activeHandsetSchema, networkSchema } from '../schemas/handset'
import { parseFields } from '../schemas/parse-fields'
import type { World } from '../world'
import type { LineState } from './line'

export interface PhoneRoutesOptions {
  readonly world: World
  /** The origin that reaches one handset, without a trailing slash. */
  readonly originOf: (id: string) => string
}

/** Below `/_sim` on the gateway. */
export function guardedPhoneRoutes(options: PhoneRoutesOptions, access: GuardOptions): Router<LineState> {
  const router = new Router<LineState>({ sensitive: true, strict: true })
  const openToPages = cors({
    origin: (ctx) => (isAllowedOrigin(ctx.get('origin'), ctx, access) ? ctx.get('origin') : ''),
  })
  const { world } = options
  router.all(/^\/_sim\//, openToPages, guard(access), adminErrors as never)
  router.get('/_sim/handset', (ctx) => {
    const { id, label, carrier, network, msisdn } = ctx.state.handset ?? world.handsets.active
    ctx.body = { id, label, carrier, network, msisdnMasked: msisdn === null ? null : maskMsisdn(msisdn) }
  })
  addPhoneRoutes(router, options)
  return router
}

/** What the gateway and the admin API have in common. */
export function addPhoneRoutes(router: Router<LineState>, { world, originOf }: PhoneRoutesOptions): void {
  const { handsets } = world
  router.get('/_sim/health', (ctx) => {
    ctx.body = { status: 'ok' }
  })
  // Made-up numbers: shown in full, because someone has to type them.
  router.get('/_sim/handsets', (ctx) => {
    ctx.body = handsets.all.map((handset) => world.viewOfHandset(handset, originOf))
  })
  router.put('/_sim/handsets/active', (ctx) => {
    const { id } = parseFields(jsonOf(ctx), activeHandsetSchema)
    handsets.setActive(id)
    ctx.body = { id }
  })
  router.put('/_sim/handsets/:id/network', (ctx) => {
    const { id = '' } = ctx.params
    handsets.get(id)
    const change = parseFields(jsonOf(ctx), networkSchema)
    handsets.update(id, change)
    ctx.body = { id, ...change }
  })
}
