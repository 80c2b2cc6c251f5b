// The server of a way.
import type { RemoteCall } from '@local-number/login'
import type { ServerOption } from '../options'
import { createPlatform } from '../platform'
import { createServer } from '../remote-server'

/** Without `wx.cloud`, nobody can be asked. */
export function canAsk({ cloudFunction }: ServerOption<object>): boolean {
  return cloudFunction === undefined || createPlatform().callFunction !== null
}

export function connectServer<Api extends object>(api: ServerOption<Api>, create: (call: RemoteCall) => Api): Api {
  return createServer(api, createPlatform(), create)
}
