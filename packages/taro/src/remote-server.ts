// The business server of a login or of a way: behind an address, a cloud function, or functions of the app's own.
import { type CallFunction, createCloudCall, createHttpCall, type RemoteCall } from '@local-number/login'
import type { ServerOption } from './options'
import type { LoginPlatform } from './platform'

/** @param create what one of ours is asked, over any call */
export function createServer<Api extends object>(
  api: ServerOption<Api>,
  { post, callFunction }: Pick<LoginPlatform, 'post' | 'callFunction'>,
  create: (call: RemoteCall) => Api,
): Api {
  if (api.baseUrl !== undefined) return create(createHttpCall(api, post))
  if (api.cloudFunction !== undefined) return create(createCloudCall(api, callFunction ?? NO_CLOUD))
  return api
}

/** Never called: the login ends before with code `cloudMissing`, and a way is not offered. */
const NO_CLOUD: CallFunction = () => Promise.reject(new Error('wx.cloud is missing'))
