// A client of the simulator's admin API, by which scenarios set up apps, handsets, faults and the clock.
import type {
  AppPatch,
  AppRegistration,
  ClockChange,
  FaultRequest,
  Handset,
  HandsetPatch,
} from '@local-number/simulator-contract'
import { z } from 'zod'
import { ADMIN_CALLS, type AdminCall, toAppPath, toHandsetPath } from './admin-calls'
import { type HttpAnswer, parseJsonObject, send } from './http'
import { Unusable } from './unusable'

// Only the fields that scenarios read.
const appView = z.object({ platformPublicKey: z.string().min(1) })
const handsetView = z.object({ origin: z.url() })
const clock = z.object({ now: z.number(), offsetMs: z.number() })
const fault = z.object({ id: z.string() })
const registeredApp = z.object({ appId: z.string(), appKey: z.string(), wxappids: z.array(z.string()) })
const simulatorState = z.object({
  clock,
  apps: z.array(registeredApp),
  origin: z.url(),
  testLineOrigin: z.url(),
  httpsEditionTestLineOrigin: z.url(),
})

export type SimulatorState = z.infer<typeof simulatorState>

/**
 * The admin API of a simulator. Every method throws {@link Unusable} if the simulator refuses, does not answer, or is
 * of another version.
 */
export interface Control {
  state(): Promise<SimulatorState>
  registerApp(app: AppRegistration): Promise<z.infer<typeof appView>>
  changeApp(appId: string, patch: AppPatch): Promise<void>
  deleteApp(appId: string): Promise<void>
  /** @returns `origin`: requests sent there come from this handset */
  addHandset(handset: Handset): Promise<z.infer<typeof handsetView>>
  changeHandset(id: string, patch: HandsetPatch): Promise<void>
  deleteHandset(id: string): Promise<void>
  moveClock(change: ClockChange): Promise<z.infer<typeof clock>>
  addFault(request: FaultRequest): Promise<z.infer<typeof fault>>
  deleteFault(id: string): Promise<void>
}

/**
 * Creates a client of a simulator's admin API. Connects when a method is called.
 *
 * @param address of the admin API, without a trailing slash, e.g. `http://127.0.0.1:7002`
 * @param token the value of `SIMULATOR_ADMIN_TOKEN`, if the simulator has one
 */
export function connectControl(address: string, token?: string): Control {
  const call = (adminCall: AdminCall) => callAdmin(adminCall, { address, token })
  const deleteAt = async (path: string) => void (await call({ method: 'DELETE', path }))
  return {
    state: async () => parse(simulatorState, await call(STATE)),
    registerApp: async (body) => parse(appView, await call(ADMIN_CALLS.registerApp(body))),
    changeApp: async (appId, body) => void (await call(ADMIN_CALLS.changeApp(encodeURIComponent(appId), body))),
    deleteApp: (appId) => deleteAt(toAppPath(encodeURIComponent(appId))),
    addHandset: async (body) => parse(handsetView, await call({ method: 'POST', path: '/_sim/handsets', body })),
    changeHandset: async (id, body) => void (await call(ADMIN_CALLS.changeHandset(encodeURIComponent(id), body))),
    deleteHandset: (id) => deleteAt(toHandsetPath(encodeURIComponent(id))),
    moveClock: async (body) => parse(clock, await call(ADMIN_CALLS.moveClock(body))),
    addFault: async (body) => parse(fault, await call(ADMIN_CALLS.addFault(body))),
    deleteFault: (id) => deleteAt(`/_sim/faults/${encodeURIComponent(id)}`),
  }
}

const STATE: AdminCall = { method: 'GET', path: '/_sim/state' }
const HEALTH: AdminCall = { method: 'GET', path: '/_sim/health' }

interface Admin {
  readonly address: string
  readonly token: string | undefined
}

async function callAdmin(adminCall: AdminCall, admin: Admin): Promise<HttpAnswer> {
  const answer = await sendCall(adminCall, admin)
  if (isSuccess(answer)) return answer
  if (adminCall === STATE && answer.status === 404 && isSuccess(await sendCall(HEALTH, admin))) {
    throw new Unusable(
      '--control is the address of the gateway: use that of the admin API, which the simulator prints as console',
    )
  }
  const { method, path } = adminCall
  const code = parseJsonObject(answer)?.code
  const reason = typeof code === 'string' ? code : `no code, ${answer.type || 'no content type'}`
  const remedy = answer.status === 401 ? ': pass its token as --control-token' : ''
  throw new Unusable(`the simulator refused ${method} ${path}: ${answer.status} ${reason}${remedy}`)
}

const isSuccess = ({ status }: HttpAnswer) => status >= 200 && status < 300

function sendCall({ method, path, body }: AdminCall, { address, token }: Admin): Promise<HttpAnswer> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const text = body === undefined ? {} : { body: JSON.stringify(body) }
  return send({ url: `${address}${path}`, method, headers, ...text }).catch(() => {
    throw new Unusable('the simulator does not answer: start it, or correct the address in --control')
  })
}

function parse<Shape extends z.ZodType>(shape: Shape, answer: HttpAnswer): z.infer<Shape> {
  const found = shape.safeParse(parseJsonObject(answer))
  if (found.success) return found.data
  throw new Unusable('the admin API answered in an unknown format: use a simulator of the same version')
}
