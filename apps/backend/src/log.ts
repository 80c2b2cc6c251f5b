// The service's log: JSON lines by pino, redacted twice: values before they are written, and the finished line.
import { redact, redactText } from '@local-number/server'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { BackendConfig } from './config'

export function createLog(level: BackendConfig['logLevel'], destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      formatters: { log: (fields) => redact(fields) as Record<string, unknown> },
      hooks: { streamWrite: redactText },
    },
    destination ?? pino.destination(1),
  )
}
