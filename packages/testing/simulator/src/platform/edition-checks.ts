// Checks that depend on the client's edition: a request with a wxappid comes from a mini-program, without one from H5.
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Scenario } from '@local-number/simulator-contract'
import type { App } from '../state/apps'
import { type Check, refuse } from './checks'
import { parseExpandParams } from './expand-params'

export interface EditionCall {
  readonly app: App
  readonly wxappid: string
  readonly expandParams: string
}

/** Whether the app has the image edition, besides the HTTPS edition or without it. */
export const requireImageEdition: Check<EditionCall> = ({ app }) =>
  app.editions.includes('image') ? null : refuse('110027', 'capabilityNotGranted')

/** "请检查开放平台“接入场景类型”配置项是否正确选择" [S appendix 170001]. */
export const requireScenario: Check<EditionCall> = ({ app, wxappid }) => {
  const scenario: Scenario = wxappid ? 'miniProgram' : 'h5'
  return app.scenarios.includes(scenario) ? null : refuse('170001', 'accessScenarioWrong')
}

/** The Referer of WeChat on a phone; on iOS the host alone. DevTools sends `devtools` in it, or its own address. */
const PHONE_REFERER = /^https:\/\/servicewechat\.com\/(?![^/]+\/devtools\/)/

/**
 * A mini-program must not send a Referer ("PC 端测试带入了 referer") [S appendix 111034]; an H5 page must (170001 of the H5
 * editions, protocol.md §3).
 */
export const requireReferer: Check<EditionCall & { readonly referer: string }> = ({ app, wxappid, referer }) => {
  if (!wxappid) return referer ? null : refuse('170001', 'h5RefererWrong')
  const isRefused = referer && !(app.devTools && !PHONE_REFERER.test(referer))
  return isRefused ? refuse('111034', 'refererFromPc') : null
}

export const requireListedWxappid: Check<EditionCall> = ({ app, wxappid }) =>
  wxappid && !app.devTools && !app.wxappids.includes(wxappid) ? refuse('110029', 'wxappidMismatch') : null

/**
 * The H5 edition sends no callType. If there is one, it must name this call: 6005 for the number, 6006 for the token.
 */
export function requireCallType(expected: '6005' | '6006', cause: CauseId): Check<EditionCall> {
  return ({ expandParams }) => {
    const callType = parseExpandParams(expandParams).get('callType')
    return callType === undefined || callType === expected ? null : refuse('130030', cause)
  }
}
