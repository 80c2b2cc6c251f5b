// What a person sees and does on the handsets: which one this is, which others there are, and their settings. None of
// this is the carrier's. Pages of this machine may use these routes, so that a demo can.
import cors from '@koa/cors'
import { Router } from '@koa/router'
import { maskMsisdn } from '@local-number/protocol'
import { readInbox } from '../platform/deliver-message'
import { activeHandsetSchema, networkSchema } from '../schemas/handset'
import { parseFields } from '../schemas/parse-fields'
import { completeHandset, upgradesHttpImages } from '../state/handset-facts'
import type { Origins, State } from '../state/state'
import { answerRefusals } from './answer-refusals'
import type { LineState } from './context'
import { type GuardOptions, guard, isAllowedOrigin } from './guard'
import { requireJsonBody } from './json-body'

export interface PhoneRoutesOptions {
  readonly state: State
  readonly handsetOrigin: Origins['handsetOrigin']
}

/** The routes below `/_sim` on the gateway. */
export function createGatewayPhoneRoutes(options: PhoneRoutesOptions, access: GuardOptions): Router<LineState> {
  const router = new Router<LineState>({ sensitive: true, strict: true })
  const allowPages = cors({
    origin: (ctx) => (isAllowedOrigin(ctx.get('origin'), ctx, access) ? ctx.get('origin') : ''),
  })
  const { handsets } = options.state
  router.all(/^\/_sim\//, allowPages, guard(access), answerRefusals)
  router.get('/_sim/handset', (ctx) => {
    const handset = completeHandset(ctx.state.handset ?? handsets.active)
    const { id, label, carrier, network, msisdn, os, osVersion, mobileData } = handset
    ctx.body = {
      id,
      label,
      carrier,
      network,
      msisdnMasked: msisdn === null ? null : maskMsisdn(msisdn),
      os,
      osVersion,
      mobileData,
      upgradesHttpImages: upgradesHttpImages(handset),
    }
  })
  addPhoneRoutes(router, options)
  return router
}

/** Adds the routes that the gateway and the admin API have in common. */
export function addPhoneRoutes(router: Router<LineState>, { state, handsetOrigin }: PhoneRoutesOptions): void {
  const { handsets } = state
  router.get('/_sim/health', (ctx) => {
    ctx.body = { status: 'ok' }
  })
  // The numbers are made up, and shown in full because people have to type them.
  router.get('/_sim/handsets', (ctx) => {
    ctx.body = handsets.all.map((handset) => state.toHandsetView(handset, handsetOrigin))
  })
  router.get('/_sim/handsets/:id/messages', (ctx) => {
    ctx.body = readInbox(state, ctx.params.id ?? '')
  })
  router.delete('/_sim/checks', (ctx) => {
    state.clearChecks()
    ctx.status = 204
  })
  router.put('/_sim/handsets/active', (ctx) => {
    const { id } = parseFields(requireJsonBody(ctx), activeHandsetSchema)
    handsets.setActive(id)
    ctx.body = { id }
  })
  router.put('/_sim/handsets/:id/network', (ctx) => {
    const { id = '' } = ctx.params
    handsets.get(id)
    const change = parseFields(requireJsonBody(ctx), networkSchema)
    handsets.update(id, change)
    ctx.body = { id, ...change }
  })
}
