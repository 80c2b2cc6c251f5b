// What depends on the client's edition: a request with a wxappid comes from a mini-program, one without from a page.
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Scenario } from '@local-number/simulator-contract'
import type { App } from '../apps'
import { type Check, refusal } from './checks'
import { readExpandParams } from './expand-params'

export interface EditionCall {
  readonly app: App
  readonly wxappid: string
  readonly expandParams: string
}

/** "请检查开放平台“接入场景类型”配置项是否正确选择" [S appendix 170001]. */
export const scenarioIsGranted: Check<EditionCall> = ({ app, wxappid }) => {
  const scenario: Scenario = wxappid ? 'miniProgram' : 'h5'
  return app.scenarios.includes(scenario) ? null : refusal('170001', 'accessScenarioWrong')
}

/** What WeChat on a phone sends, on iOS the host alone. DevTools says `devtools` in it, or gives its own address. */
const OF_A_PHONE = /^https:\/\/servicewechat\.com\/(?![^/]+\/devtools\/)/

/**
 * A mini-program must send no Referer ("PC 端测试带入了 referer") [S appendix 111034]; a page must send one (170001 of the
 * H5 editions, protocol.md §3).
 */
export const refererFits: Check<EditionCall & { readonly referer: string }> = ({ app, wxappid, referer }) => {
  if (!wxappid) return referer ? null : refusal('170001', 'h5RefererWrong')
  const refused = referer && !(app.devTools && !OF_A_PHONE.test(referer))
  return refused ? refusal('111034', 'refererFromPc') : null
}

export const wxappidIsListed: Check<EditionCall> = ({ app, wxappid }) =>
  wxappid && !app.devTools && !app.wxappids.includes(wxappid) ? refusal('110029', 'wxappidMismatch') : null

/** The H5 edition sends no callType. One that is sent must name this call: 6005 takes the number, 6006 gets the token. */
export function callTypeIs(expected: '6005' | '6006', cause: CauseId): Check<EditionCall> {
  return ({ expandParams }) => {
    const callType = readExpandParams(expandParams).get('callType')
    return callType === undefined || callType === expected ? null : refusal('130030', cause)
  }
}
