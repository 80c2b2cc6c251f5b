// The admin API, one function per route (see simulator-contract).
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
import type { SendRequest } from './request'

export type AdminApi = ReturnType<typeof createAdminApi>

/** The largest limit that the simulator accepts. */
const MOST_TRACES = 1000

export function createAdminApi(send: SendRequest) {
  const post = <T>(path: string, body: unknown) => send<T>(path, { method: 'POST', body })
  const put = <T>(path: string, body: unknown) => send<T>(path, { method: 'PUT', body })
  const patch = <T>(path: string, body: unknown) => send<T>(path, { method: 'PATCH', body })
  const remove = (path: string) => send<void>(path, { method: 'DELETE' })
  const toPart = encodeURIComponent
  return {
    readState: () => send<SimulatorState>('/_sim/state'),
    listTraces: () => send<TraceSummary[]>(`/_sim/traces?limit=${MOST_TRACES}`),
    readTrace: (id: string) => send<Trace>(`/_sim/traces/${toPart(id)}`),
    clearTraces: () => remove('/_sim/traces'),
    addApp: (app: AppRegistration) => post<AppView>('/_sim/apps', app),
    changeApp: (appId: string, change: AppPatch) => patch<AppView>(`/_sim/apps/${toPart(appId)}`, change),
    removeApp: (appId: string) => remove(`/_sim/apps/${toPart(appId)}`),
    generateKeyPair: (bits: KeyPair['bits']) => post<KeyPair>('/_sim/key-pairs', { bits }),
    addHandset: (handset: Handset) => post<HandsetView>('/_sim/handsets', handset),
    changeHandset: (id: string, change: HandsetPatch) => patch<HandsetView>(`/_sim/handsets/${toPart(id)}`, change),
    removeHandset: (id: string) => remove(`/_sim/handsets/${toPart(id)}`),
    activateHandset: (id: string) => put<unknown>('/_sim/handsets/active', { id }),
    setNetwork: (id: string, network: Network) => put<unknown>(`/_sim/handsets/${toPart(id)}/network`, { network }),
    addFault: (fault: FaultRequest) => post<Fault>('/_sim/faults', fault),
    removeFault: (id: string) => remove(`/_sim/faults/${toPart(id)}`),
    clearFaults: () => remove('/_sim/faults'),
    changeClock: (change: ClockChange) => post<Clock>('/_sim/clock', change),
    listMagicNumbers: () => send<MagicNumber[]>('/_sim/magic-numbers'),
  }
}
