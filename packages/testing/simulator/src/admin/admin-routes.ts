// The admin API: the routes listed in simulator-contract/src/admin-api.ts, each a line or two over the state.
import { Router } from '@koa/router'
import type { FaultRequest } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import { exportPrivateKey, exportPublicKey, generatePrivateKey } from '../crypto/keys'
import type { LineState } from '../http/context'
import { requireJsonBody } from '../http/json-body'
import { addPhoneRoutes } from '../http/phone-routes'
import type { Lines } from '../lines/open-lines'
import { deliverMessage } from '../platform/deliver-message'
import { listMagicNumbers } from '../platform/magic-numbers'
import { appPatchSchema, appSchema } from '../schemas/app'
import { handsetPatchSchema, handsetSchema } from '../schemas/handset'
import { parseFields } from '../schemas/parse-fields'
import { clockSchema, keyPairSchema, tracesQuerySchema } from '../schemas/requests'
import { textMessageSchema } from '../schemas/text-message'
import { toAppView } from '../state/apps'
import type { State } from '../state/state'
import { MAX_TRACES } from '../storage/trace-table'
import type { EventStream } from './event-stream'

export interface AdminOptions {
  readonly state: State
  readonly lines: Lines
  readonly events: EventStream
}

export function createAdminRoutes(options: AdminOptions): Router<LineState> {
  const router = new Router<LineState>({ sensitive: true, strict: true })
  const { state, lines, events } = options
  const { origins } = lines
  router.get('/_sim/state', (ctx) => {
    ctx.body = state.toView(origins)
  })
  router.get('/_sim/events', events.subscribe)
  router.get('/_sim/magic-numbers', (ctx) => {
    ctx.body = listMagicNumbers()
  })
  router.post('/_sim/clock', (ctx) => {
    ctx.body = state.clock.change(parseFields(requireJsonBody(ctx), clockSchema))
  })
  router.post('/_sim/messages', (ctx) => {
    deliverMessage(state, parseFields(requireJsonBody(ctx), textMessageSchema))
    ctx.status = 202
    ctx.body = {}
  })
  addPhoneRoutes(router, { state, handsetOrigin: origins.handsetOrigin })
  for (const addRoutes of [addTraceRoutes, addAppRoutes, addHandsetRoutes, addFaultRoutes]) addRoutes(router, options)
  return router
}

type AddRoutes = (router: Router<LineState>, options: AdminOptions) => void

const addTraceRoutes: AddRoutes = (router, { state: { traces }, events }) => {
  router.get('/_sim/traces', (ctx) => {
    ctx.body = traces.listNewest(parseFields(ctx.query, tracesQuerySchema).limit)
  })
  router.get('/_sim/traces/:id', (ctx) => {
    const { id = '' } = ctx.params
    const trace = traces.get(id)
    if (!trace)
      throw new SimulatorError('unknownTrace', `there is no such trace: only the newest ${MAX_TRACES} are kept`)
    ctx.body = trace
  })
  router.delete('/_sim/traces', (ctx) => {
    traces.clear()
    events.sendCleared()
    ctx.status = 204
  })
}

const addAppRoutes: AddRoutes = (router, { state: { apps } }) => {
  router.post('/_sim/apps', (ctx) => {
    ctx.body = toAppView(apps.register(parseFields(requireJsonBody(ctx), appSchema)))
    ctx.status = 201
  })
  router.patch('/_sim/apps/:appId', (ctx) => {
    ctx.body = toAppView(apps.update(ctx.params.appId ?? '', parseFields(requireJsonBody(ctx), appPatchSchema)))
  })
  router.delete('/_sim/apps/:appId', (ctx) => {
    apps.remove(ctx.params.appId ?? '')
    ctx.status = 204
  })
  router.post('/_sim/key-pairs', (ctx) => {
    const { bits } = parseFields(requireJsonBody(ctx), keyPairSchema)
    const key = generatePrivateKey(bits)
    ctx.set('cache-control', 'no-store')
    ctx.body = { privateKey: exportPrivateKey(key), publicKey: exportPublicKey(key), bits }
    ctx.status = 201
  })
}

const addHandsetRoutes: AddRoutes = (router, { state, lines }) => {
  const { handsets } = state
  const { handsetOrigin } = lines.origins
  router.post('/_sim/handsets', async (ctx) => {
    const added = await lines.addHandset(parseFields(requireJsonBody(ctx), handsetSchema))
    ctx.body = state.toHandsetView(added, handsetOrigin)
    ctx.status = 201
  })
  router.patch('/_sim/handsets/:id', (ctx) => {
    const updated = handsets.update(ctx.params.id ?? '', parseFields(requireJsonBody(ctx), handsetPatchSchema))
    ctx.body = state.toHandsetView(updated, handsetOrigin)
  })
  router.delete('/_sim/handsets/:id', (ctx) => {
    state.removeHandset(ctx.params.id ?? '')
    ctx.status = 204
  })
}

const addFaultRoutes: AddRoutes = (router, { state: { faults } }) => {
  router.post('/_sim/faults', (ctx) => {
    ctx.body = faults.add(requireJsonBody(ctx) as unknown as FaultRequest)
    ctx.status = 201
  })
  router.delete('/_sim/faults/:id', (ctx) => {
    if (!faults.clear(ctx.params.id ?? '')) {
      throw new SimulatorError('unknownFault', 'there is no such fault: it may have run out')
    }
    ctx.status = 204
  })
  router.delete('/_sim/faults', (ctx) => {
    faults.clearAll()
    ctx.status = 204
  })
}
