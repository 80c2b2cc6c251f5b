// The stack's ports, from the environment, read once.
import { z } from 'zod'
import { StackError } from './errors'

export type Environment = Readonly<Record<string, string | undefined>>

const port = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    'must be a port from 1 to 65535, or 0 for any free one',
  )
  .transform(Number)

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  SIMULATOR_PORT: port.default(7000),
  SIMULATOR_TEST_LINE_PORT: port.default(7001),
  SIMULATOR_ADMIN_PORT: port.default(7002),
  SIMULATOR_HANDSET_PORT: port.default(7010),
  BACKEND_PORT: port.default(3000),
  DEMO_PORT: port.default(8080),
  DATA_DIR: z.string().default('.data'),
})

/** For a stack beside others: every port is any free one. */
export const ANY_PORTS = {
  SIMULATOR_PORT: '0',
  SIMULATOR_TEST_LINE_PORT: '0',
  SIMULATOR_ADMIN_PORT: '0',
  SIMULATOR_HANDSET_PORT: '0',
  BACKEND_PORT: '0',
  DEMO_PORT: '0',
} as const satisfies Environment

/** The version of the terms that the demo shows. */
export const CONSENT_VERSION = '1'

export type StackConfig = z.infer<typeof variables>

/** @throws StackError `badConfiguration` with all that is wrong */
export function readStackConfig(env: Environment): StackConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = variables.safeParse(set)
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`)
  throw new StackError('badConfiguration', problems.join('\n'))
}
