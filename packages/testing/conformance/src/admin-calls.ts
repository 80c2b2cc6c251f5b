// Calls of the simulator's admin API that change something: scenarios make them, and recipes show them.
import type {
  AppPatch,
  AppRegistration,
  ClockChange,
  FaultRequest,
  HandsetPatch,
} from '@local-number/simulator-contract'

export interface AdminCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

export const toAppPath = (appId: string) => `/_sim/apps/${appId}`
export const toHandsetPath = (id: string) => `/_sim/handsets/${id}`

export const ADMIN_CALLS = {
  registerApp: (body: AppRegistration): AdminCall => ({ method: 'POST', path: '/_sim/apps', body }),
  changeApp: (appId: string, body: AppPatch): AdminCall => ({ method: 'PATCH', path: toAppPath(appId), body }),
  changeHandset: (id: string, body: HandsetPatch): AdminCall => ({ method: 'PATCH', path: toHandsetPath(id), body }),
  moveClock: (body: ClockChange): AdminCall => ({ method: 'POST', path: '/_sim/clock', body }),
  addFault: (body: FaultRequest): AdminCall => ({ method: 'POST', path: '/_sim/faults', body }),
}
