// The variables of this service besides those of its business server.
import { oneOf, origins, port, type Rule } from '@local-number/service-kit'
import { z } from 'zod'

export const backendVariables = {
  HOST: z.string().optional(),
  PORT: port().default(3000),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATA_DIR: z.string().default('.data'),
  ALLOWED_ORIGINS: origins({ wildcard: true }).optional(),
}

export const REFUSED_IN_PRODUCTION: readonly Rule[] = [
  ({ ALLOWED_ORIGINS: allowed = '' }) =>
    allowed.includes('*') ? [['ALLOWED_ORIGINS', 'must name the sites in production: * allows every site']] : [],
]

type BackendVariables = z.output<z.ZodObject<typeof backendVariables>>

export type LogLevel = BackendVariables['LOG_LEVEL']
