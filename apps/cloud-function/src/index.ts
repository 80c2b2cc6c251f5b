/**
 * The business server as a WeChat cloud function. `upload/index.js` hands over what WeChat provides.
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

/** What it uses of `wx-server-sdk`. */
export interface Cloud {
  database(): CloudDatabase
  /** To be asked within a call only. `OPENID` is there when a mini-program calls. */
  getWXContext(): { readonly OPENID?: string }
}

export type Main = (event: unknown) => Promise<unknown>

/** Users are on the other end of every cloud function. */
const DEFAULTS: Variables = { NODE_ENV: 'production' }

/**
 * `exports.main`. An environment that is not usable lets it answer nothing but `internal`: the log says what is wrong.
 *
 * @param env texts by name, `process.env`
 * @param console where lines of JSON go
 */
export function createMain(cloud: Cloud, env: Variables, console: LogLines): Main {
  const log = createLog(console)
  const openId = () => cloud.getWXContext().OPENID
  const stores = createCloudStores(cloud.database())
  const answer = createCloudFunction(startedOnce(env, stores, log), { log, openId })
  return async (event) => (isTimer(event) && !openId() ? { forgotten: await stores.forgetExpired() } : answer(event))
}

/** Starts with the first call: what is thrown while a cloud function loads would be shown to its callers. */
function startedOnce(env: Variables, stores: Stores, log: Log): CloudServer {
  let server: LocalNumberServer | undefined
  const started = () => {
    server ??= start(env, stores, log)
    return server
  }
  return {
    sign: async (...call) => started().sign(...call),
    verify: async (...call) => started().verify(...call),
  }
}

function start(env: Variables, stores: Stores, log: Log): LocalNumberServer {
  const { server, warnings } = readEnvironment([env, DEFAULTS], { variables: {} })
  for (const warning of warnings) log.warn({}, warning)
  return createLocalNumberServer({ ...server, stores, log })
}
