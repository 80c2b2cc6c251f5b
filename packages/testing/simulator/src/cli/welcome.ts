// What the command prints once it runs: where everything is, what a business server needs, and what can be tried at once.
import { isDeepStrictEqual } from 'node:util'
import type { AppRegistration, SimulatorState } from '@local-number/simulator-contract'
import { announcement } from '../env/report'
import { magicNumbers } from '../magic-numbers'
import type { SimulatorOptions } from '../options'
import type { Simulator } from '../simulator'
import type { DataFolder } from './data-folder'
import { duration } from './duration'
import type { Prepared } from './prepare'

/** A few of the magic numbers, one per call and the one that developers meet first. */
const SHOWN = ['getMobile 111002', 'getToken 130018', 'verify 120020', 'verify 121011']

export async function welcome(simulator: Simulator, prepared: Prepared): Promise<readonly string[]> {
  const { consoleHash, customer, folder, options } = prepared
  const { adminOrigin } = simulator
  const state = await stateOf(adminOrigin, options.adminToken)
  return [
    ...announcement(state, { adminOrigin, consoleHash, customer }),
    '',
    'Magic numbers give an outcome without any setup: 160, 0, the call (1 getMobile, 2 getToken, 3 verify), the code.',
    ...magicNumbers()
      .filter(({ call, code }) => SHOWN.includes(`${call} ${code}`))
      .map(
        ({ msisdn, call, code, as }) =>
          `  ${msisdn}  ${as === 'sim' ? "the SIM's" : 'typed    '}  ${call} answers ${code}`,
      ),
    `All of them are in the console, and at ${adminOrigin}/_sim/magic-numbers`,
    '',
    ...openTo(options),
    ...whereKept(folder),
    ...leftFromBefore(state),
    ...(options.apps ?? []).flatMap((app) => leftAsItWas(app, state)),
    'Ctrl-C stops it.',
  ]
}

const EVERY_ADDRESS: ReadonlySet<string | undefined> = new Set(['0.0.0.0', '::'])

function openTo({ host, adminHost }: SimulatorOptions): readonly string[] {
  const open = [EVERY_ADDRESS.has(host) ? 'gateway' : [], EVERY_ADDRESS.has(adminHost) ? 'console' : []].flat()
  return open.length > 0 ? [`Open to the network, on every address of this machine: ${open.join(' and ')}.`] : []
}

function whereKept(folder: DataFolder | null): readonly string[] {
  if (folder === null) return ['Nothing is kept: --memory.']
  const { path, known } = folder
  return known
    ? [
        `Kept in ${path} since an earlier start. What is filed there wins over flags and variables: delete it to start anew.`,
      ]
    : [`Kept in ${path}; --memory keeps nothing.`]
}

/** What outlives a restart, and would puzzle whoever has forgotten it. */
export function leftFromBefore({ clock, faults }: Pick<SimulatorState, 'clock' | 'faults'>): readonly string[] {
  const { offsetMs } = clock
  const way = offsetMs > 0 ? 'ahead' : 'behind'
  const { length: on } = faults
  return [
    ...(offsetMs === 0 ? [] : [`The clock is ${duration(Math.abs(offsetMs))} ${way}.`]),
    ...(on === 0 ? [] : [on === 1 ? '1 fault is on.' : `${on} faults are on.`]),
  ]
}

/** A balance is spent, so it always differs; of a platform key the public half alone is known here. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['balance', 'platformKeys'])

/** What a file says of an app that was filed before, and edited since: one of the two. */
export function leftAsItWas(app: AppRegistration, { apps }: SimulatorState): readonly string[] {
  const filed = apps.find(({ appId }) => appId === app.appId)
  if (!filed)
    return [`App ${app.appId} was deleted before and is not filed again: delete the folder, or add it in the console.`]
  const names = Object.keys(app) as (keyof AppRegistration & keyof typeof filed)[]
  const other = names.filter(
    (name) => !NOT_COMPARED.has(name) && app[name] !== undefined && !isDeepStrictEqual(app[name], filed[name]),
  )
  return other.length > 0 ? [`App ${app.appId} is left as it was: the file differs in ${other.join(', ')}.`] : []
}

async function stateOf(adminOrigin: string, token: string | undefined): Promise<SimulatorState> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${adminOrigin}/_sim/state`, { headers })
  return (await response.json()) as SimulatorState
}
