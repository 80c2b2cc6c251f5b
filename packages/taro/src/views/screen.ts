// What the views of the states are made of, and which of them is shown.
import type { LoginState } from '@local-number/login'
import type { LocalNumberLoginProps } from '../props'
import type { Texts } from '../texts'
import type { LocalNumberLoginHandle } from '../use-local-number-login'
import type { OfferedWay } from '../ways'

export interface Screen<S extends LoginState = LoginState> {
  readonly props: LocalNumberLoginProps
  readonly login: LocalNumberLoginHandle
  readonly texts: Texts
  readonly state: S
  /** The ways that are offered now. */
  readonly ways: readonly OfferedWay[]
  /** Until a retry can help. */
  readonly waitSeconds: number
}

/** States in which the number is on its way, and its field stays on the screen. */
export type EntryState = Extract<LoginState, { readonly name: EntryStateName }>

type EntryStateName =
  | 'consent'
  | 'authorizing'
  | 'checkingNetwork'
  | 'acquiring'
  | 'phoneEntry'
  | 'renewing'
  | 'verifying'
  | 'openingSession'

const STAYS = { phoneEntry: true, renewing: true, verifying: true }
const STAYS_ON_ONE_SCREEN = { authorizing: true, checkingNetwork: true, acquiring: true }

/** Whether the number's field is on the screen. */
export function hasField(state: LoginState, flow: LocalNumberLoginProps['flow']): state is EntryState {
  const { name } = state
  if (name === 'openingSession') return state.way === 'sim'
  if (flow === 'oneScreen' && (name === 'consent' || (name in STAYS_ON_ONE_SCREEN && state.submitted !== null)))
    return true
  return name in STAYS
}

/** Whether the user waits while the field stays. */
export function isBusy({ name }: LoginState): boolean {
  return name !== 'consent' && name !== 'phoneEntry'
}
