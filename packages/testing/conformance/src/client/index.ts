// The suite for a client SDK.
export type { Client, ClientData, ClientSubject, TokenResult } from './client'
export { findClient, loadClient } from './load'
export { clientScenarios } from './scenarios'
export { clientSuite } from './suite'
