// The log as the services see it; a pino logger is one. What they write is redacted before it gets there.
import { redact, redactText } from './redaction'

export type LogFields = Readonly<Record<string, unknown>>

export interface Log {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

const nothing = (): void => undefined

/** Where nobody listens. */
export const SILENT: Log = { info: nothing, warn: nothing, error: nothing }

/** The same log behind the redaction: no number, token, signature or key gets through, whatever a caller writes. */
export function redacted(log: Log): Log {
  const safe = (level: keyof Log) => (fields: LogFields, message: string) =>
    log[level](redact(fields) as LogFields, redactText(message))
  return { info: safe('info'), warn: safe('warn'), error: safe('error') }
}
