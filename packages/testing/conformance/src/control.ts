// A client of the simulator's admin API: how scenarios set the stage. Of its shapes only what is sent and read here.
import { z } from 'zod'
import {
  type AdminCall,
  type AppFiling,
  type AppPatch,
  appPath,
  CHANGES,
  type ClockChange,
  type ControlledHandset,
  type FaultRequest,
  type HandsetPatch,
  handsetPath,
} from './admin-calls'
import { type HttpAnswer, objectIn, send } from './http'
import { Unusable } from './unusable'

const appView = z.object({ platformPublicKey: z.string().min(1) })
const handsetView = z.object({ origin: z.url() })
const clock = z.object({ now: z.number(), offsetMs: z.number() })
const fault = z.object({ id: z.string() })
const filedApp = z.object({ appId: z.string(), appKey: z.string(), wxappids: z.array(z.string()) })
const simulatorState = z.object({
  clock,
  apps: z.array(filedApp),
  origin: z.url(),
  testLineOrigin: z.url(),
})

export type SimulatorState = z.infer<typeof simulatorState>

/** Every method throws {@link Unusable} when the simulator refuses or answers something else. */
export interface Control {
  state(): Promise<SimulatorState>
  fileApp(app: AppFiling): Promise<z.infer<typeof appView>>
  changeApp(appId: string, patch: AppPatch): Promise<void>
  deleteApp(appId: string): Promise<void>
  /** @returns where requests must be sent to come from this handset */
  addHandset(handset: ControlledHandset): Promise<z.infer<typeof handsetView>>
  changeHandset(id: string, patch: HandsetPatch): Promise<void>
  deleteHandset(id: string): Promise<void>
  moveClock(change: ClockChange): Promise<z.infer<typeof clock>>
  addFault(request: FaultRequest): Promise<z.infer<typeof fault>>
  deleteFault(id: string): Promise<void>
}

/**
 * @param address of the simulator, without a trailing slash
 * @param token what its admin API was told to ask for
 */
export function connectControl(address: string, token?: string): Control {
  const call = (adminCall: AdminCall) => callAdmin(adminCall, { address, token })
  return {
    state: async () => read(simulatorState, await call(STATE)),
    fileApp: async (body) => read(appView, await call(CHANGES.filing(body))),
    changeApp: async (appId, body) => void (await call(CHANGES.app(encodeURIComponent(appId), body))),
    deleteApp: async (appId) => void (await call({ method: 'DELETE', path: appPath(encodeURIComponent(appId)) })),
    addHandset: async (body) => read(handsetView, await call({ method: 'POST', path: '/_sim/handsets', body })),
    changeHandset: async (id, body) => void (await call(CHANGES.handset(encodeURIComponent(id), body))),
    deleteHandset: async (id) => void (await call({ method: 'DELETE', path: handsetPath(encodeURIComponent(id)) })),
    moveClock: async (body) => read(clock, await call(CHANGES.clock(body))),
    addFault: async (body) => read(fault, await call(CHANGES.fault(body))),
    deleteFault: async (id) => void (await call({ method: 'DELETE', path: `/_sim/faults/${encodeURIComponent(id)}` })),
  }
}

const STATE: AdminCall = { method: 'GET', path: '/_sim/state' }
const HEALTH: AdminCall = { method: 'GET', path: '/_sim/health' }

interface Admin {
  readonly address: string
  readonly token: string | undefined
}

async function callAdmin(adminCall: AdminCall, admin: Admin): Promise<HttpAnswer> {
  const answer = await ask(adminCall, admin)
  if (isGood(answer)) return answer
  if (adminCall === STATE && answer.status === 404 && isGood(await ask(HEALTH, admin))) {
    throw new Unusable(
      '--control is the gateway: the admin API is at another port, which the simulator prints as console',
    )
  }
  const { method, path } = adminCall
  const code = objectIn(answer)?.code
  const named = typeof code === 'string' ? code : `no code, ${answer.type || 'no type'}`
  const remedy = answer.status === 401 ? ': give its --control-token' : ''
  throw new Unusable(`the simulator refused ${method} ${path}: ${answer.status} ${named}${remedy}`)
}

const isGood = ({ status }: HttpAnswer) => status >= 200 && status < 300

function ask({ method, path, body }: AdminCall, { address, token }: Admin): Promise<HttpAnswer> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const text = body === undefined ? {} : { body: JSON.stringify(body) }
  return send({ url: `${address}${path}`, method, headers, ...text }).catch(() => {
    throw new Unusable('the simulator does not answer: is it running, and is --control its address?')
  })
}

function read<Shape extends z.ZodType>(shape: Shape, answer: HttpAnswer): z.infer<Shape> {
  const found = shape.safeParse(objectIn(answer))
  if (found.success) return found.data
  throw new Unusable('the simulator answered in another shape than its admin API has: is it of the same version?')
}
