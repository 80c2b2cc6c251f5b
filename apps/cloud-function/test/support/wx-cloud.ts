// WeChat's cloud between page and function: JSON both ways, and each call knows its own caller.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { CallFunction } from '@local-number/login'
import type { CloudDatabase } from '@local-number/server/cloud'
import type { Cloud } from '../../src'

export type Main = (event: unknown) => Promise<unknown>

const callers = new AsyncLocalStorage<string | undefined>()

/** `wx-server-sdk`, as a function sees it. */
export const cloudOver = (database: CloudDatabase): Cloud => ({
  database: () => database,
  getWXContext: () => ({ OPENID: callers.getStore() }),
})

/** Runs what the platform would run for that caller. */
export async function invoke(main: Main, event: unknown, openId?: string): Promise<unknown> {
  return callers.run(openId, async () => cloned(await main({ ...(cloned(event) as object), userInfo: { openId } })))
}

/** `wx.cloud.callFunction` in the hands of one user. */
export const callFunctionOf =
  (main: Main, openId: string): CallFunction =>
  async ({ data }) => ({ result: await invoke(main, data, openId) })

function cloned(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
