// The stack's variables, read from the environment.
import { ConfigError, port, readVariables, type Variables, wholeNumber } from '@local-number/service-kit'
import { z } from 'zod'
import { findPortClashes } from './port-clashes'

export type Environment = Variables

const variables = {
  HOST: z.string().default('127.0.0.1'),
  SIMULATOR_PORT: port().default(7000),
  SIMULATOR_TEST_LINE_PORT: port().default(7001),
  SIMULATOR_ADMIN_PORT: port().default(7002),
  SIMULATOR_HTTPS_EDITION_PORT: port().default(7003),
  SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT: port().default(7004),
  SIMULATOR_HANDSET_PORT: port().default(7010),
  BACKEND_PORT: port().default(3000),
  DEMO_PORT: port().default(8080),
  DEMO_HTTPS_PORT: port().default(8443),
  /** Checks per number and day, for simulator and backend. */
  DAILY_LIMIT: wholeNumber(1, 1_000).default(1_000),
  DATA_DIR: z.string().default('.data'),
}

/** Lets every service listen on a free port, so that several stacks can run side by side. */
export const ANY_PORTS = {
  SIMULATOR_PORT: '0',
  SIMULATOR_TEST_LINE_PORT: '0',
  SIMULATOR_ADMIN_PORT: '0',
  SIMULATOR_HTTPS_EDITION_PORT: '0',
  SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT: '0',
  SIMULATOR_HANDSET_PORT: '0',
  BACKEND_PORT: '0',
  DEMO_PORT: '0',
  DEMO_HTTPS_PORT: '0',
} as const satisfies Environment

/** The version of the terms that the demo shows. */
export const CONSENT_VERSION = '1'

export type StackConfig = z.output<z.ZodObject<typeof variables>>

/** @throws ConfigError with every problem: also a port that two of the services would open */
export function readStackConfig(env: Environment): StackConfig {
  const config = readVariables(variables, [env])
  const clashes = findPortClashes(config)
  if (clashes.length > 0) throw new ConfigError(clashes)
  return config
}
