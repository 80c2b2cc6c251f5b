/**
 * The carrier's gateway and authentication platform on your machine: a whole login without a SIM or a contract.
 *
 * @example
 * ```ts
 * import { startSimulator } from '@local-number/simulator'
 *
 * const simulator = await startSimulator({ handsetPorts: 'anyFree' })
 * simulator.setActiveHandset('cm-wifi') // getMobile now fails with 111002
 * const [newest] = simulator.traces(1) // what the carrier saw
 * await simulator.stop()
 * ```
 * @module
 */

export type * from '@local-number/simulator-contract'
export { SimulatorError } from './common/errors'
export type { FaultHandle, SimulatorClockHandle } from './handles'
export type { SimulatorOptions } from './options'
export { listMagicNumbers } from './platform/magic-numbers'
export { type Simulator, startSimulator } from './simulator'
export { DEMO_APP } from './state/apps'
export { DEFAULT_HANDSETS } from './state/handset-facts'
export type { MessageListener, MessageRecord } from './trace/messages'
