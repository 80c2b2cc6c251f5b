// What the command prints when it runs: where everything is, what a business server needs, and what to try first.
import { isDeepStrictEqual } from 'node:util'
import type { AppRegistration, SimulatorState } from '@local-number/simulator-contract'
import { formatAnnouncement } from '../env/report'
import type { SimulatorOptions } from '../options'
import { listMagicNumbers } from '../platform/magic-numbers'
import type { Simulator } from '../simulator'
import type { DataFolder } from './data-folder'
import { formatDuration } from './format-duration'
import type { Prepared } from './prepare'

/** A few magic numbers: one per call, and the code that developers meet first. */
const SHOWN = ['getMobile 111002', 'getToken 130018', 'httpsGetMobile 103111', 'verify 120020', 'verify 121011']

export async function createWelcome(simulator: Simulator, prepared: Prepared): Promise<readonly string[]> {
  const { consoleHash, customer, folder, options } = prepared
  const { adminOrigin } = simulator
  const state = await fetchState(adminOrigin, options.adminToken)
  return [
    ...formatAnnouncement(state, { adminOrigin, consoleHash, customer }),
    '',
    'Magic numbers produce an outcome without any setup: 160, 0, a digit for the call (1–4), the code.',
    ...listMagicNumbers()
      .filter(({ call, code }) => SHOWN.includes(`${call} ${code}`))
      .map(
        ({ msisdn, call, code, as }) =>
          `  ${msisdn}  ${as === 'sim' ? "the SIM's" : 'typed    '}  ${call} answers ${code}`,
      ),
    `All of them are in the console, and at ${adminOrigin}/_sim/magic-numbers`,
    '',
    ...describeOpenHosts(options),
    ...describeData(folder),
    ...describeLeftovers(state),
    ...(options.apps ?? []).flatMap((app) => describeDifferences(app, state)),
    'Ctrl-C stops it.',
  ]
}

const ALL_ADDRESSES: ReadonlySet<string | undefined> = new Set(['0.0.0.0', '::'])

function describeOpenHosts({ host, adminHost }: SimulatorOptions): readonly string[] {
  const open = [ALL_ADDRESSES.has(host) ? 'gateway' : [], ALL_ADDRESSES.has(adminHost) ? 'console' : []].flat()
  return open.length > 0 ? [`Open to the network, on every address of this machine: ${open.join(' and ')}.`] : []
}

function describeData(folder: DataFolder | null): readonly string[] {
  if (folder === null) return ['Nothing is kept: --memory.']
  const { path, isKnown } = folder
  if (!isKnown) return [`Kept in ${path}; --memory keeps nothing.`]
  const priority = 'What is registered there has priority over flags and variables'
  return [`Kept in ${path} since an earlier start. ${priority}: delete the folder to start anew.`]
}

/** Settings that outlive a restart and may have been forgotten. */
export function describeLeftovers({ clock, faults }: Pick<SimulatorState, 'clock' | 'faults'>): readonly string[] {
  const { offsetMs } = clock
  const direction = offsetMs > 0 ? 'ahead' : 'behind'
  const { length: on } = faults
  return [
    ...(offsetMs === 0 ? [] : [`The clock is ${formatDuration(Math.abs(offsetMs))} ${direction}.`]),
    ...(on === 0 ? [] : [on === 1 ? '1 fault is on.' : `${on} faults are on.`]),
  ]
}

/** A balance is spent, so it always differs; of a platform key the state has only the public half. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['balance', 'platformKeys'])

/** Where an app in a file differs from the app that was registered earlier, or why it is not registered. */
export function describeDifferences(app: AppRegistration, { apps }: SimulatorState): readonly string[] {
  const registered = apps.find(({ appId }) => appId === app.appId)
  if (!registered) {
    return [
      `App ${app.appId} was deleted earlier, so it is not added again: delete the folder, or add the app in the console.`,
    ]
  }
  const names = Object.keys(app) as (keyof AppRegistration & keyof typeof registered)[]
  const different = names.filter(
    (name) => !NOT_COMPARED.has(name) && app[name] !== undefined && !isDeepStrictEqual(app[name], registered[name]),
  )
  return different.length > 0
    ? [`App ${app.appId} is left as it was: the file differs in ${different.join(', ')}.`]
    : []
}

async function fetchState(adminOrigin: string, token: string | undefined): Promise<SimulatorState> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${adminOrigin}/_sim/state`, { headers })
  return (await response.json()) as SimulatorState
}
