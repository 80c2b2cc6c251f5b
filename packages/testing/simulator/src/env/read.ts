// The simulator's environment variables. A variable's value is never part of an error.
import {
  defineType,
  isOrigin,
  LAST_PORT,
  oneOf,
  parseWholeNumber,
  port,
  readVariables,
  refuse,
  splitList,
  type Variables,
  wholeNumber,
} from '@local-number/service-kit'
import { z } from 'zod'
import { LOOPBACK } from '../common/hosts'
import type { SimulatorOptions } from '../options'
import { values } from '../schemas/app'
import { DEMO_APP, DEVELOPMENT_DAILY_LIMIT } from '../state/apps'
import { DEFAULT_HANDSETS } from '../state/handset-facts'

const HANDSET_IDS = DEFAULT_HANDSETS.map(({ id }) => id)

const handsetPorts = defineType<SimulatorOptions['handsetPorts']>((text) => {
  if (text === 'none') return 'none'
  const first = parseWholeNumber(text)
  if (first === 0) return 'anyFree'
  return first <= LAST_PORT ? first : refuse('must be the first port of a row, 0 for any free ones, or none')
})

const pageOrigins = defineType((text) => {
  const found = splitList(text)
  return found.every(isOrigin)
    ? found
    : refuse('must be web origins such as http://192.168.1.20:8080, separated by commas')
})

const variables = {
  SIMULATOR_HOST: z.string().default(LOOPBACK),
  SIMULATOR_PORT: port().default(7000),
  SIMULATOR_TEST_LINE_PORT: port().default(7001),
  SIMULATOR_HTTPS_EDITION_PORT: port().default(7003),
  SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT: port().default(7004),
  SIMULATOR_ADMIN_HOST: z
    .union([z.ipv4(), z.ipv6(), z.literal('localhost')], 'must be an IP address of this machine, or localhost')
    .default(LOOPBACK),
  SIMULATOR_ADMIN_PORT: port().default(7002),
  SIMULATOR_ADMIN_TOKEN: z
    .string()
    .regex(/^[!-~]{16,}$/, 'must be at least 16 ASCII characters without spaces')
    .optional(),
  SIMULATOR_PAGE_ORIGINS: pageOrigins.default([]),
  SIMULATOR_ANSWER_PREFLIGHT: oneOf(['yes', 'no']).default('no'),
  SIMULATOR_HANDSET_PORT: handsetPorts.default(7010),
  SIMULATOR_ACTIVE_HANDSET: oneOf(HANDSET_IDS).default('cm-5g'),
  SIMULATOR_APP_ID: values.appId.default(DEMO_APP.appId),
  SIMULATOR_APP_KEY: values.appKey.default(DEMO_APP.appKey),
  SIMULATOR_WXAPPID: values.wxappid.default(DEMO_APP.wxappids[0]),
  SIMULATOR_DEVTOOLS: oneOf(['yes', 'no']).default('no'),
  SIMULATOR_CUSTOMER_PUBLIC_KEY: values.customerPublicKey.optional(),
  SIMULATOR_PLATFORM_PRIVATE_KEY: values.platformPrivateKey.optional(),
  SIMULATOR_DAILY_LIMIT: wholeNumber(0, 999_999).default(DEVELOPMENT_DAILY_LIMIT),
}

/**
 * Reads the simulator's variables. Values are trimmed, and an empty variable counts as not set.
 *
 * @throws ConfigError with every problem
 */
export function readEnvironment(env: Variables): SimulatorOptions {
  const {
    SIMULATOR_CUSTOMER_PUBLIC_KEY: customerPublicKey,
    SIMULATOR_PLATFORM_PRIVATE_KEY: privateKey,
    ...config
  } = readVariables(variables, [env])
  return {
    host: config.SIMULATOR_HOST,
    port: config.SIMULATOR_PORT,
    testLinePort: config.SIMULATOR_TEST_LINE_PORT,
    httpsEditionPort: config.SIMULATOR_HTTPS_EDITION_PORT,
    httpsEditionTestLinePort: config.SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT,
    handsetPorts: config.SIMULATOR_HANDSET_PORT,
    adminHost: config.SIMULATOR_ADMIN_HOST,
    adminPort: config.SIMULATOR_ADMIN_PORT,
    adminToken: config.SIMULATOR_ADMIN_TOKEN,
    pageOrigins: config.SIMULATOR_PAGE_ORIGINS,
    answerPreflight: config.SIMULATOR_ANSWER_PREFLIGHT === 'yes',
    activeHandset: config.SIMULATOR_ACTIVE_HANDSET,
    firstApps: [
      {
        appId: config.SIMULATOR_APP_ID,
        appKey: config.SIMULATOR_APP_KEY,
        wxappids: [config.SIMULATOR_WXAPPID],
        devTools: config.SIMULATOR_DEVTOOLS === 'yes',
        customerPublicKeys: customerPublicKey === undefined ? undefined : [customerPublicKey],
        platformKeys: { privateKey },
        dailyLimit: config.SIMULATOR_DAILY_LIMIT,
      },
    ],
  }
}
