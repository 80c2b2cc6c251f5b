// The business server as a WeChat cloud function: no domain list and no server of one's own.
import { underLimits } from '@local-number/jssdk'
import type { CloudRequest } from '@local-number/protocol'
import { fieldsOf } from './answers'
import type { LoginApi } from './ports'
import { createRemoteApi } from './remote-api'

export interface CloudApiOptions {
  /** The name of the cloud function. */
  readonly cloudFunction: string
  /** The cloud environment's id; the one of `wx.cloud.init` unless told. */
  readonly env?: string
}

/** `wx.cloud.callFunction`. The app calls `wx.cloud.init` before its first login. */
export type CallFunction = (call: {
  name: string
  data: CloudRequest
  config?: { env: string }
}) => Promise<{ readonly result?: unknown }>

/** What is no answer of the function: no HTTP status is 0. */
const NO_STATUS = 0

/**
 * The API over `wx.cloud.callFunction`. Its calls reject with a `LoginApiError` when the function refuses (its own code)
 * or answers something else (`malformedAnswer`), and with WeChat's error when it cannot be reached or does not finish.
 * WeChat cannot take a call back: what an aborted one still answers is ignored.
 *
 * @supported weapp
 */
export function createCloudApi({ cloudFunction: name, env }: CloudApiOptions, callFunction: CallFunction): LoginApi {
  const config = env === undefined ? {} : { config: { env } }
  return createRemoteApi(async (path, body, { traceId, signal }) => {
    const answer = await underLimits(() => callFunction({ name, data: { path, traceId, body }, ...config }), { signal })
    const { status, body: answered } = fieldsOf(fieldsOf(answer).result)
    return { status: typeof status === 'number' ? status : NO_STATUS, body: answered }
  })
}
