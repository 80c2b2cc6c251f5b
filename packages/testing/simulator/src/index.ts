/**
 * The carrier's gateway and authentication platform on your desk: a whole login without a SIM or a contract.
 *
 * @module
 */

export type * from '@local-number/simulator-contract'
export { DEMO_APP } from './apps'
export { SimulatorError } from './common/errors'
export type { FaultHandle, SimulatorClockHandle } from './handles'
export { DEFAULT_HANDSETS } from './handsets'
export { magicNumbers } from './magic-numbers'
export type { MessageListener, MessageRecord } from './messages'
export type { SimulatorOptions } from './options'
export { type Simulator, startSimulator } from './simulator'
