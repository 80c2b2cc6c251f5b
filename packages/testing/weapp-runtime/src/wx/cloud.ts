// `wx.cloud`: cloud functions, once the mini-program has called `init`.
import type { Host } from '../device'
import type { Callbacks, Calls, Success } from './call'
import { CallFailure } from './call-failure'
import { withMissingMembers } from './missing-members'

export interface FunctionCall {
  readonly name: string
  readonly data?: unknown
}

export interface FunctionResult {
  readonly result: unknown
  readonly requestID: string
}

export interface CloudOptions {
  readonly host: Host
  readonly calls: Calls
  /** Why no request can be sent now; `null` if it can. */
  readonly findRefusal: () => CallFailure | null
  readonly reportMissing: (what: string) => void
}

export function createCloudApi({ host, calls, findRefusal, reportMissing }: CloudOptions) {
  let initialized = false
  const callHost = async ({ name, data }: FunctionCall): Promise<FunctionResult> => {
    if (!initialized) throw new CallFailure("Cloud API isn't enabled, please call wx.cloud.init first")
    const refusal = findRefusal()
    if (refusal) throw refusal
    return { result: await host.callFunction(name, data), requestID: '' }
  }
  const cloud = {
    init: (_options?: object): void => {
      initialized = true
    },
    callFunction: (options: FunctionCall & Callbacks<FunctionResult>) =>
      calls.answer({ name: 'cloud.callFunction', callbacks: options, work: () => callHost(options) }) as Promise<
        Success<FunctionResult>
      >,
  }
  return { cloud: withMissingMembers(cloud, { name: 'wx.cloud', reportMissing }) }
}
