// The admin API: the routes of contract/admin-api.ts, each a line or two over the world.
import { Router } from '@koa/router'
import { viewOf } from '../apps'
import { SimulatorError } from '../common/errors'
import { generatePrivateKey, privateKeyText, publicKeyText } from '../crypto/keys'
import type { LineState } from '../http/line'
import { addPhoneRoutes } from '../http/phone-routes'
import type { Lines } from '../lines'
import { magicNumbers } from '../magic-numbers'
import { appPatchSchema, appSchema } from '../schemas/app'
import { handsetPatchSchema, handsetSchema } from '../schemas/handset'
import { parseFields } from '../schemas/parse-fields'
import { clockSchema, keyPairSchema, tracesQuerySchema } from '../schemas/requests'
import type { World } from '../world'
import { jsonOf } from './admin-errors'
import type { Events } from './events'

export interface AdminOptions {
  readonly world: World
  readonly lines: Lines
  readonly events: Events
}

export function adminRoutes(options: AdminOptions): Router<LineState> {
  const router = new Router<LineState>({ sensitive: true, strict: true })
  const { world, lines, events } = options
  const { origins } = lines
  router.get('/_sim/state', (ctx) => {
    ctx.body = world.state(origins)
  })
  router.get('/_sim/events', events.subscribe as never)
  router.get('/_sim/magic-numbers', (ctx) => {
    ctx.body = magicNumbers()
  })
  router.post('/_sim/clock', (ctx) => {
    ctx.body = world.clock.change(parseFields(jsonOf(ctx), clockSchema))
  })
  addPhoneRoutes(router, { world, originOf: origins.handsetOrigin })
  for (const add of [addTraces, addApps, addHandsets, addFaults]) add(router, options)
  return router
}

type Add = (router: Router<LineState>, options: AdminOptions) => void

const addTraces: Add = (router, { world: { traces }, events }) => {
  router.get('/_sim/traces', (ctx) => {
    ctx.body = traces.newest(parseFields(ctx.query, tracesQuerySchema).limit)
  })
  router.get('/_sim/traces/:id', (ctx) => {
    const { id = '' } = ctx.params
    const trace = traces.get(id)
    if (!trace)
      throw new SimulatorError('unknownTrace', 'there is no such trace, or no longer: the newest 1,000 are kept')
    ctx.body = trace
  })
  router.delete('/_sim/traces', (ctx) => {
    traces.clear()
    events.cleared()
    ctx.status = 204
  })
}

const addApps: Add = (router, { world: { apps } }) => {
  router.post('/_sim/apps', (ctx) => {
    ctx.body = viewOf(apps.file(parseFields(jsonOf(ctx), appSchema)))
    ctx.status = 201
  })
  router.patch('/_sim/apps/:appId', (ctx) => {
    ctx.body = viewOf(apps.update(ctx.params.appId ?? '', parseFields(jsonOf(ctx), appPatchSchema)))
  })
  router.delete('/_sim/apps/:appId', (ctx) => {
    apps.remove(ctx.params.appId ?? '')
    ctx.status = 204
  })
  router.post('/_sim/key-pairs', (ctx) => {
    const { bits } = parseFields(jsonOf(ctx), keyPairSchema)
    const key = generatePrivateKey(bits)
    ctx.set('cache-control', 'no-store')
    ctx.body = { privateKey: privateKeyText(key), publicKey: publicKeyText(key), bits }
    ctx.status = 201
  })
}

const addHandsets: Add = (router, { world, lines }) => {
  const { handsets } = world
  const { handsetOrigin } = lines.origins
  router.post('/_sim/handsets', async (ctx) => {
    ctx.body = world.viewOfHandset(await lines.addHandset(parseFields(jsonOf(ctx), handsetSchema)), handsetOrigin)
    ctx.status = 201
  })
  router.patch('/_sim/handsets/:id', (ctx) => {
    const changed = handsets.update(ctx.params.id ?? '', parseFields(jsonOf(ctx), handsetPatchSchema))
    ctx.body = world.viewOfHandset(changed, handsetOrigin)
  })
  router.delete('/_sim/handsets/:id', (ctx) => {
    world.removeHandset(ctx.params.id ?? '')
    ctx.status = 204
  })
}

const addFaults: Add = (router, { world: { faults } }) => {
  router.post('/_sim/faults', (ctx) => {
    ctx.body = faults.add(jsonOf(ctx) as never)
    ctx.status = 201
  })
  router.delete('/_sim/faults/:id', (ctx) => {
    if (!faults.clear(ctx.params.id ?? ''))
      throw new SimulatorError('unknownFault', 'there is no such fault, or no longer')
    ctx.status = 204
  })
  router.delete('/_sim/faults', (ctx) => {
    faults.clearAll()
    ctx.status = 204
  })
}
