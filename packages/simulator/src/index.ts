/**
 * The carrier's gateway and authentication platform on your desk: a whole login without a SIM or a contract.
 *
 * @module
 */
export type { AppCredentials, AppPatch, AppRegistration, Contract, Scenario } from './apps'
export { DEMO_APP } from './apps'
export type { KeyBits } from './crypto/keys'
export type { SignatureAlgorithm, SignatureEncoding, SignatureScheme } from './crypto/signature'
export { SimulatorError, type SimulatorErrorCode } from './errors'
export { type Carrier, DEFAULT_HANDSETS, type Handset, type HandsetPatch, type Network } from './handsets'
export type { MessageCall, MessageListener, MessageRecord } from './messages'
export type { CodeDialect } from './platform/codes'
export { type Simulator, type SimulatorOptions, startSimulator } from './simulator'
