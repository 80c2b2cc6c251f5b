// WeChat's cloud between page and function: both sides exchange JSON, and each call knows its own caller.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { CallFunction } from '@local-number/login'
import type { CloudDatabase } from '@local-number/server/cloud'
import { createHttpHost, createWx } from '@local-number/weapp-runtime/node'
import type { Cloud } from '../../src'

export type Main = (event: unknown) => Promise<unknown>

const callers = new AsyncLocalStorage<string | undefined>()

/** Creates `wx-server-sdk` as a function sees it. */
export function createCloud(database: CloudDatabase): Cloud {
  return {
    database: () => database,
    getWXContext: () => ({ OPENID: callers.getStore() }),
  }
}

/** Runs the function as the platform does for this caller. */
export async function invoke(main: Main, event: unknown, openId?: string): Promise<unknown> {
  return callers.run(openId, async () =>
    cloneJson(await main({ ...(cloneJson(event) as object), userInfo: { openId } })),
  )
}

/** Creates `wx.cloud.callFunction` of one user. */
export function createCallFunction(main: Main, openId: string): CallFunction {
  const host = createHttpHost({ 'local-number': (event) => invoke(main, event, openId) })
  const { cloud } = createWx({ host }).wx
  cloud.init()
  return (call) => cloud.callFunction(call)
}

function cloneJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
