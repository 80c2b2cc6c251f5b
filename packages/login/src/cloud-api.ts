// The business server as a WeChat cloud function: no domain list and no server to run.
import { readBody, runWithLimits } from '@local-number/jssdk'
import type { CloudRequest } from '@local-number/protocol'
import { toRecord } from './answers'
import type { LoginApi } from './ports'
import { createLoginApi, createRemoteCall, type RemoteCall } from './remote-api'

export interface CloudApiOptions {
  /** The name of the cloud function. */
  readonly cloudFunction: string
  /**
   * The cloud environment's id.
   *
   * @default the environment of `wx.cloud.init`
   */
  readonly env?: string
}

/** `wx.cloud.callFunction`. The app calls `wx.cloud.init` before its first login. */
export type CallFunction = (call: {
  name: string
  data: CloudRequest
  config?: { env: string }
}) => Promise<{ readonly result?: unknown }>

/** Stands for a result that is not an answer of the function. */
const NO_STATUS = 0

/**
 * Calls over `wx.cloud.callFunction`. They reject with a `LoginApiError` when the function refuses (its own code) or
 * returns another shape (`malformedAnswer`), and with WeChat's error when it cannot be reached or does not finish.
 * WeChat cannot cancel a call: the late answer of an aborted one is ignored.
 *
 * @supported weapp
 */
export function createCloudCall({ cloudFunction: name, env }: CloudApiOptions, callFunction: CallFunction): RemoteCall {
  const config = env === undefined ? {} : { config: { env } }
  return createRemoteCall(async (path, body, { traceId, signal }) => {
    const answer = await runWithLimits(() => callFunction({ name, data: { path, traceId, body }, ...config }), {
      signal,
    })
    const { status, body: answered } = toRecord(readBody(toRecord(answer).result))
    return { status: Number(status ?? NO_STATUS), body: readBody(answered) }
  })
}

/**
 * The login's API over {@link createCloudCall}.
 *
 * @supported weapp
 */
export function createCloudApi(options: CloudApiOptions, callFunction: CallFunction): LoginApi {
  return createLoginApi(createCloudCall(options, callFunction))
}
