/**
 * The business server as a WeChat cloud function.
 *
 * @example
 * ```ts
 * const cloud = require('wx-server-sdk')
 * cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
 * exports.main = createMain(cloud, process.env, console)
 * ```
 *
 * @module
 */
import { createLocalNumberServer, type LocalNumberServer, type Log, type Stores } from '@local-number/server'
import {
  type CloudDatabase,
  type CloudServer,
  createCloudFunction,
  createCloudStores,
} from '@local-number/server/cloud'
import { readEnvironment, type Variables } from '@local-number/server/env'
import { createLog, type LogLines } from './log'
import { isTimer } from './timer'

/** The part of `wx-server-sdk` that it uses. */
export interface Cloud {
  database(): CloudDatabase
  /** Valid within a call only. `OPENID` is set when a mini-program calls. */
  getWXContext(): { readonly OPENID?: string }
}

export type Main = (event: unknown) => Promise<unknown>

/** Every cloud function serves real users. */
const DEFAULTS: Variables = { NODE_ENV: 'production' }

/**
 * Creates `exports.main`. With an unusable environment, it answers every call with `internal` and logs the problems.
 *
 * @param env texts by name, `process.env`
 * @param console receives lines of JSON
 */
export function createMain(cloud: Cloud, env: Variables, console: LogLines): Main {
  const log = createLog(console)
  const openId = () => cloud.getWXContext().OPENID
  const stores = createCloudStores(cloud.database())
  const answer = createCloudFunction(startLazily(env, stores, log), { openId })
  return async (event) => (isTimer(event) && !openId() ? { removed: await stores.removeExpired() } : answer(event))
}

/** Starts with the first call: errors thrown while a cloud function loads would be shown to its callers. */
function startLazily(env: Variables, stores: Stores, log: Log): CloudServer {
  let server: LocalNumberServer | undefined
  const getServer = () => {
    server ??= start(env, stores, log)
    return server
  }
  return {
    log,
    sign: async (...call) => getServer().sign(...call),
    consent: async (...call) => getServer().consent(...call),
    verify: async (...call) => getServer().verify(...call),
    get sms() {
      return getServer().sms
    },
    get wechatPhone() {
      return getServer().wechatPhone
    },
  }
}

function start(env: Variables, stores: Stores, log: Log): LocalNumberServer {
  const { server, warnings } = readEnvironment([env, DEFAULTS], { variables: {} })
  for (const warning of warnings) log.warn({}, warning)
  return createLocalNumberServer({ ...server, stores, log })
}
