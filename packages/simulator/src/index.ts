/**
 * The carrier's gateway and authentication platform on your desk: a whole login without a SIM or a contract.
 *
 * @module
 */
export { DEMO_APP } from './apps'
export type * from './contract'
export type { KeyBits } from './crypto/keys'
export type { SignatureAlgorithm, SignatureEncoding, SignatureScheme } from './crypto/signature'
export { SimulatorError, type SimulatorErrorCode } from './errors'
export type { FaultHandle, SimulatorClockHandle } from './handles'
export { DEFAULT_HANDSETS } from './handsets'
export { magicNumbers } from './magic-numbers'
export type { MessageListener, MessageRecord } from './messages'
export type { SimulatorOptions } from './options'
export type { CodeDialect } from './platform/codes'
export { type Simulator, startSimulator } from './simulator'
