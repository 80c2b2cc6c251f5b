/**
 * The simulator's admin API as types: the console and other programs are written against them.
 *
 * @example
 * ```ts
 * import type { SimulatorState } from '@local-number/simulator-contract'
 *
 * const response = await fetch('http://127.0.0.1:7002/_sim/state')
 * const { handsets } = (await response.json()) as SimulatorState
 * ```
 * @module
 */
export type * from './admin-api'
export type * from './app'
export type * from './error-codes'
export * from './fault'
export * from './handset'
export type * from './signing'
export type * from './text-message'
export type * from './trace'
