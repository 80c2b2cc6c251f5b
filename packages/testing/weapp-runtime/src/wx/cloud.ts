// `wx.cloud`: calling functions, once the mini-program has said `init`.
import type { Host } from '../device'
import { type Callbacks, CallFailure, type Calls, type Wx } from './call'
import { named } from './named'

export function cloudApi(
  host: Host,
  { settle }: Calls,
  refusal: () => CallFailure | null,
  missing: (what: string) => void,
): Pick<Wx, 'cloud'> {
  let ready = false
  const called = async (name: string, data: unknown) => {
    if (!ready) throw new CallFailure("Cloud API isn't enabled, please call wx.cloud.init first")
    const refused = refusal()
    if (refused) throw refused
    return { result: await host.callFunction(name, data), requestID: '' }
  }
  const cloud = {
    init: () => {
      ready = true
    },
    callFunction: (options: { name: string; data?: unknown } & Callbacks) =>
      settle('cloud.callFunction', options, called(options.name, options.data)),
  }
  return { cloud: named(cloud, 'wx.cloud', missing) } as unknown as Pick<Wx, 'cloud'>
}
