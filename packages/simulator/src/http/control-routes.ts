// The simulator's own routes: who is on the phone, and who else could be. Nothing of this is the carrier's.
import { Router } from '@koa/router'
import { maskMsisdn } from '@local-number/protocol'
import { z } from 'zod'
import { type Handset, type HandsetRegistry, NETWORKS } from '../handsets'
import type { LineContext, LineState } from './line'

export interface ControlOptions {
  readonly handsets: HandsetRegistry
  /** The origin that reaches one handset, without a trailing slash. */
  readonly originOf: (handset: Handset) => string
}

const activeHandset = z.object({ id: z.string() })
const networkChange = z.object({ network: z.enum(NETWORKS) })

export function controlRoutes({ handsets, originOf }: ControlOptions): Router<LineState> {
  const router = new Router<LineState>({ prefix: '/_sim', sensitive: true, strict: true })

  router.get('/health', (ctx) => {
    ctx.body = { status: 'ok' }
  })

  router.get('/handset', (ctx) => {
    const { id, label, carrier, network, msisdn } = ctx.state.handset ?? handsets.active
    ctx.body = { id, label, carrier, network, msisdnMasked: msisdn === null ? null : maskMsisdn(msisdn) }
  })

  // Made-up numbers: the console shows them in full, because someone has to type them.
  router.get('/handsets', (ctx) => {
    const activeId = handsets.active.id
    ctx.body = handsets.all.map((handset) => ({
      ...handset,
      origin: originOf(handset),
      active: handset.id === activeId,
    }))
  })

  router.put('/handsets/active', (ctx) => activate(ctx, handsets))
  router.put('/handsets/:id/network', (ctx) => changeNetwork(ctx, handsets, ctx.params.id ?? ''))
  return router
}

/** What a person does in the handset's settings: Wi-Fi on, Wi-Fi off. */
function changeNetwork(ctx: LineContext, handsets: HandsetRegistry, id: string): void {
  const change = networkChange.safeParse(ctx.request.body)
  if (!handsets.find(id)) {
    refuse(ctx, 404)
  } else if (change.success) {
    handsets.update(id, change.data)
    ctx.body = { id, ...change.data }
  } else {
    ctx.status = 400
    ctx.body = { code: 'unknownNetwork', message: `send {"network": …} with one of ${NETWORKS.join(', ')}` }
  }
}

function activate(ctx: LineContext, handsets: HandsetRegistry): void {
  const wanted = activeHandset.safeParse(ctx.request.body)
  const id = wanted.success ? wanted.data.id : ''
  if (handsets.find(id)) {
    handsets.setActive(id)
    ctx.body = { id }
  } else {
    refuse(ctx, wanted.success ? 404 : 400)
  }
}

function refuse(ctx: LineContext, status: 400 | 404): void {
  ctx.status = status
  ctx.body = {
    code: 'unknownHandset',
    message: 'send {"id": …} with the id of a handset: GET /_sim/handsets lists them',
  }
}
