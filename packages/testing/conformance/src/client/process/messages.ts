// The messages between the command and the process of a client SDK.
import type { Result } from '../../run'

/** The only message to the process. */
export interface RunRequest {
  /** The module's path. */
  readonly address: string
  readonly ids: readonly string[]
  readonly limitMs: number
}

export type ProcessMessage =
  /** The id of the scenario that starts. */
  | { readonly began: string }
  | { readonly result: Result }
  /** Why the subject cannot be tested. */
  | { readonly unusable: string; readonly paths?: readonly string[] }
  | { readonly done: true }
