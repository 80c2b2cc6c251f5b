// The environment, read once: every wrong value is named at the same time, in plain words.
import { z } from 'zod'
import { DEMO_APP } from '../apps'
import { DEFAULT_HANDSETS } from '../handsets'
import type { SimulatorOptions } from '../options'
import { values } from '../schemas/app'

export type Environment = Readonly<Record<string, string | undefined>>

/** Thrown for an environment that cannot be used. `problems` has one sentence per wrong variable, without its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'configInvalid'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

const HANDSET_IDS = DEFAULT_HANDSETS.map(({ id }) => id)

const portNumber = (meaning: string) =>
  z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, `must be a port from 1 to 65535${meaning}`)
    .transform(Number)

const port = portNumber(', or 0 for any free one')
const handsetPorts = z.union([z.literal('none'), portNumber('')], {
  error: 'must be the first port of a row, 0 for any free ones, or none',
})

const webOrigins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine(
    (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    'must be web origins such as http://192.168.1.20:8080, separated by commas',
  )

const variables = z.object({
  SIMULATOR_HOST: z.string().default('127.0.0.1'),
  SIMULATOR_PORT: port.default(7000),
  SIMULATOR_TEST_LINE_PORT: port.default(7001),
  SIMULATOR_ADMIN_HOST: z
    .union([z.ipv4(), z.ipv6(), z.literal('localhost')], 'must be an IP address of this machine, or localhost')
    .default('127.0.0.1'),
  SIMULATOR_ADMIN_PORT: port.default(7002),
  SIMULATOR_ADMIN_TOKEN: z
    .string()
    .regex(/^[!-~]{16,}$/, 'must be at least 16 ASCII characters without spaces')
    .optional(),
  SIMULATOR_PAGE_ORIGINS: webOrigins.default([]),
  SIMULATOR_HANDSET_PORT: handsetPorts.default(7010),
  SIMULATOR_ACTIVE_HANDSET: z.enum(HANDSET_IDS, `must be one of ${HANDSET_IDS.join(', ')}`).default('cm-5g'),
  SIMULATOR_APP_ID: values.appId.default(DEMO_APP.appId),
  SIMULATOR_APP_KEY: values.appKey.default(DEMO_APP.appKey),
  SIMULATOR_WXAPPID: values.wxappid.default(DEMO_APP.wxappids[0]),
  SIMULATOR_DEVTOOLS: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  SIMULATOR_CUSTOMER_PUBLIC_KEY: values.customerPublicKey.optional(),
  SIMULATOR_PLATFORM_PRIVATE_KEY: values.platformPrivateKey.optional(),
  SIMULATOR_DAILY_LIMIT: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a number of checks per day')
    .transform(Number)
    .default(10),
})

/**
 * Reads the simulator's variables. An empty one counts as not set.
 *
 * @throws ConfigError with all that is wrong
 */
export function readEnvironment(env: Environment): SimulatorOptions {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = variables.safeParse(set)
  if (!read.success) {
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`))
  }
  const {
    SIMULATOR_HANDSET_PORT: firstHandsetPort,
    SIMULATOR_CUSTOMER_PUBLIC_KEY: customerPublicKey,
    SIMULATOR_PLATFORM_PRIVATE_KEY: privateKey,
    ...config
  } = read.data
  return {
    host: config.SIMULATOR_HOST,
    port: config.SIMULATOR_PORT,
    testLinePort: config.SIMULATOR_TEST_LINE_PORT,
    handsetPorts: firstHandsetPort === 0 ? true : firstHandsetPort,
    adminHost: config.SIMULATOR_ADMIN_HOST,
    adminPort: config.SIMULATOR_ADMIN_PORT,
    adminToken: config.SIMULATOR_ADMIN_TOKEN,
    pageOrigins: config.SIMULATOR_PAGE_ORIGINS,
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
