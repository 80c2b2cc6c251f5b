// The server of a way.
import type { RemoteCall } from '@local-number/login'
import type { ServerOption } from '../options'
import { createPlatform } from '../platform'
import { createServer } from '../remote-server'
import type { WayFacts } from '../ways'

/** Nobody can be asked without a network, or without `wx.cloud`. */
export function canAsk({ cloudFunction }: ServerOption<object>, { reason }: WayFacts): boolean {
  return reason !== 'offline' && (cloudFunction === undefined || createPlatform().callFunction !== null)
}

export function connectServer<Api extends object>(api: ServerOption<Api>, create: (call: RemoteCall) => Api): Api {
  return createServer(api, createPlatform(), create)
}
