// Who may use the HTTPS edition: a registered mini-program, or a page of a registered origin (protocol.md §9).
import type { AppEdition, Scenario } from '@local-number/simulator-contract'
import { parseUrl } from '../common/url'
import type { App } from '../state/apps'
import { type Check, refuse } from './checks'

export interface HttpsClientCall {
  readonly app: App
  /** `1` a web page, `5` a mini-program. */
  readonly businessType: string
  readonly wxappid: string
  /** The header Origin; `''` without one. */
  readonly origin: string
  readonly referer: string
}

interface Client {
  readonly edition: AppEdition
  readonly scenario: Scenario
}

const H5: Client = { edition: 'httpsH5', scenario: 'h5' }
const MINI_PROGRAM: Client = { edition: 'httpsMiniProgram', scenario: 'miniProgram' }

const getClient = ({ businessType }: HttpsClientCall): Client => (businessType === '5' ? MINI_PROGRAM : H5)

const requireEdition: Check<HttpsClientCall> = (call) =>
  call.app.editions.includes(getClient(call).edition) ? null : refuse('110023', 'capabilityNotGranted')

const requireScenario: Check<HttpsClientCall> = (call) =>
  call.app.scenarios.includes(getClient(call).scenario) ? null : refuse('170001', 'accessScenarioWrong')

/** Only mini-programs have one: with the other business type, the client is not what it says. */
const requireMatchingType: Check<HttpsClientCall> = ({ businessType, wxappid }) =>
  businessType === '1' && wxappid ? refuse('110024', 'businessTypeWrong') : null

const requireWxappid: Check<HttpsClientCall> = ({ businessType, wxappid }) =>
  businessType === '5' && !wxappid ? refuse('130010', 'tokenParameterMissing') : null

const requireListedWxappid: Check<HttpsClientCall> = ({ app, wxappid }) =>
  wxappid && !app.devTools && !app.wxappids.includes(wxappid) ? refuse('110029', 'wxappidMismatch') : null

/**
 * Assumed: the platform compares what a page sends, Origin (110026) and Referer (170001). A page without a Referer
 * fails: vendors tell integrators to add `<meta name="referrer" content="always">` (protocol.md §9).
 */
const requireOrigin: Check<HttpsClientCall> = ({ app, businessType, origin }) =>
  businessType === '5' || !origin || isRegistered(app, origin) ? null : refuse('110026', 'originNotRegistered')

const requireReferer: Check<HttpsClientCall> = ({ app, businessType, referer }) =>
  businessType === '5' || isRegistered(app, referer) ? null : refuse('170001', 'h5RefererWrong')

function isRegistered({ origins }: App, address: string): boolean {
  return origins === null || origins.includes(parseUrl(address)?.origin ?? '')
}

export const CLIENT_CHECKS: readonly Check<HttpsClientCall>[] = [
  requireEdition,
  requireScenario,
  requireMatchingType,
  requireWxappid,
  requireListedWxappid,
  requireOrigin,
  requireReferer,
]
