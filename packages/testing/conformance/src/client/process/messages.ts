// What the command and the process of a client SDK tell each other.
import type { Result } from '../../run'

/** The first and only message to the process. */
export interface Order {
  /** The module's path. */
  readonly address: string
  readonly ids: readonly string[]
  readonly limitMs: number
}

export type Told =
  | { readonly began: string }
  | { readonly result: Result }
  /** The subject cannot be tried, and why. */
  | { readonly unusable: string; readonly paths?: readonly string[] }
  | { readonly done: true }
