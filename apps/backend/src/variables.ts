// The variables of this service besides those of its business server.
import { defineType, oneOf, origins, port, type Rule, refuse, splitList } from '@local-number/service-kit'
import proxyAddr from 'proxy-addr'
import { z } from 'zod'

/** `sqlite`, `memory`, or the address of a Redis, whose parts the server package reads. */
function readStore(text: string) {
  const isStore = text === 'sqlite' || text === 'memory' || /^redis(?:s|\+sentinel|\+cluster)?:\/\/./.test(text)
  return isStore ? text : refuse('must be sqlite, memory, or an address such as redis://127.0.0.1:6379')
}

/** There is no proxy in front of the service. */
const NO_PROXY = 'none'

/** `none`, or addresses, networks, or the names that `proxy-addr` knows: loopback, linklocal, uniquelocal. */
function readProxies(text: string) {
  const proxies = text === NO_PROXY ? [] : splitList(text)
  try {
    proxyAddr.compile([...proxies])
    return proxies
  } catch {
    return refuse(`must be ${NO_PROXY}, or addresses and networks, separated by commas, such as 10.0.0.0/8,loopback`)
  }
}

export const storeVariables = {
  DATA_DIR: z.string().default('.data'),
  LOCAL_NUMBER_STORE: defineType(readStore).default('sqlite'),
  LOCAL_NUMBER_POWER_LOSS_SAFE: oneOf(['yes', 'no']).default('no'),
  LOCAL_NUMBER_RECEIPTS: oneOf(['sqlite', 'log']).optional(),
}

export type StoreVariables = z.output<z.ZodObject<typeof storeVariables>>

export const backendVariables = {
  HOST: z.string().optional(),
  PORT: port().default(3000),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ...storeVariables,
  LOCAL_NUMBER_SINGLE_PROCESS: oneOf(['yes', 'no']).default('no'),
  ALLOWED_ORIGINS: origins({ wildcard: true }).optional(),
  TRUSTED_PROXIES: defineType(readProxies).default([]),
}

/** Where receipts are kept if no variable says so: of the stores, the SQLite file alone keeps any. */
export function getReceiptPlace(store = 'sqlite'): 'sqlite' | 'log' {
  return store === 'sqlite' ? 'sqlite' : 'log'
}

/** May be in a file that `<name>_FILE` names: the address of a Redis holds its password. */
export const BACKEND_FILE_VARIABLES: readonly string[] = ['LOCAL_NUMBER_STORE']

/** Levels that drop a receipt's line. */
const ABOVE_INFO: readonly string[] = ['fatal', 'error', 'warn', 'silent']

export const REFUSED_IN_PRODUCTION: readonly Rule[] = [
  ({ LOCAL_NUMBER_STORE: store, LOCAL_NUMBER_SINGLE_PROCESS: single }) =>
    store === 'memory' && single !== 'yes'
      ? [
          [
            'LOCAL_NUMBER_STORE',
            'is memory, which a restart loses and other processes do not see: ' +
              'use sqlite or redis://…, or set LOCAL_NUMBER_SINGLE_PROCESS=yes to accept that',
          ],
        ]
      : [],
  ({ LOCAL_NUMBER_STORE: store = '', LOCAL_NUMBER_RECEIPTS: receipts }) =>
    store.startsWith('redis') && receipts === undefined
      ? [
          [
            'LOCAL_NUMBER_RECEIPTS',
            'is missing: Redis keeps no consent receipts. Set sqlite for a file in DATA_DIR of each machine, ' +
              'or log if you keep the log as the receipts',
          ],
        ]
      : [],
  ({ LOCAL_NUMBER_STORE: store, LOCAL_NUMBER_RECEIPTS: receipts = getReceiptPlace(store), LOG_LEVEL: level = '' }) =>
    receipts === 'log' && ABOVE_INFO.includes(level)
      ? [['LOG_LEVEL', `is ${level}, which drops the consent receipts from the log: use info, or keep them in sqlite`]]
      : [],
  ({ TRUSTED_PROXIES: proxies }) =>
    proxies === undefined
      ? [
          [
            'TRUSTED_PROXIES',
            'is missing: name the proxies in front of this service, or none. ' +
              'Without it, all clients behind a proxy share the limits of one address',
          ],
        ]
      : [],
  ({ ALLOWED_ORIGINS: allowed = '' }) =>
    allowed.includes('*') ? [['ALLOWED_ORIGINS', 'must name the sites in production: * allows every site']] : [],
]

type BackendVariables = z.output<z.ZodObject<typeof backendVariables>>

export type LogLevel = BackendVariables['LOG_LEVEL']
