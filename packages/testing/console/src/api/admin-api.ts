// The admin API, a function a route (see the contract).
import type {
  AppPatch,
  AppRegistration,
  AppView,
  Clock,
  ClockChange,
  Fault,
  FaultRequest,
  Handset,
  HandsetPatch,
  HandsetView,
  KeyPair,
  MagicNumber,
  Network,
  SimulatorState,
  Trace,
  TraceSummary,
} from '@local-number/simulator-contract'
import type { Ask } from './request'

export type AdminApi = ReturnType<typeof adminApi>

/** As many logins as the simulator gives at once. */
const MOST_TRACES = 1000

export function adminApi(ask: Ask) {
  const post = <T>(path: string, body: unknown) => ask<T>(path, { method: 'POST', body })
  const put = <T>(path: string, body: unknown) => ask<T>(path, { method: 'PUT', body })
  const patch = <T>(path: string, body: unknown) => ask<T>(path, { method: 'PATCH', body })
  const remove = (path: string) => ask<void>(path, { method: 'DELETE' })
  return {
    state: () => ask<SimulatorState>('/_sim/state'),
    traces: () => ask<TraceSummary[]>(`/_sim/traces?limit=${MOST_TRACES}`),
    trace: (id: string) => ask<Trace>(`/_sim/traces/${part(id)}`),
    clearTraces: () => remove('/_sim/traces'),
    addApp: (app: AppRegistration) => post<AppView>('/_sim/apps', app),
    changeApp: (appId: string, change: AppPatch) => patch<AppView>(`/_sim/apps/${part(appId)}`, change),
    removeApp: (appId: string) => remove(`/_sim/apps/${part(appId)}`),
    newKeyPair: (bits: KeyPair['bits']) => post<KeyPair>('/_sim/key-pairs', { bits }),
    addHandset: (handset: Handset) => post<HandsetView>('/_sim/handsets', handset),
    changeHandset: (id: string, change: HandsetPatch) => patch<HandsetView>(`/_sim/handsets/${part(id)}`, change),
    removeHandset: (id: string) => remove(`/_sim/handsets/${part(id)}`),
    takeHandset: (id: string) => put<unknown>('/_sim/handsets/active', { id }),
    setNetwork: (id: string, network: Network) => put<unknown>(`/_sim/handsets/${part(id)}/network`, { network }),
    addFault: (fault: FaultRequest) => post<Fault>('/_sim/faults', fault),
    removeFault: (id: string) => remove(`/_sim/faults/${part(id)}`),
    clearFaults: () => remove('/_sim/faults'),
    moveClock: (change: ClockChange) => post<Clock>('/_sim/clock', change),
    magicNumbers: () => ask<MagicNumber[]>('/_sim/magic-numbers'),
  }
}

function part(text: string): string {
  return encodeURIComponent(text)
}
