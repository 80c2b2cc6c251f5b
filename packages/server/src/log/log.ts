// The log as the services see it; a pino logger is one. Their lines are redacted before they reach it.
import { redact, redactText } from './redaction'

export type LogFields = Readonly<Record<string, unknown>>

export type LogLevel = 'info' | 'warn' | 'error'

export interface Log {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
  /**
   * Whether lines are being lost. Where a line is the only receipt of a consent, nothing is signed meanwhile.
   * @default never
   */
  isDropping?(): boolean
}

const ignore = (): void => undefined

/** A log that drops every line. */
export const SILENT: Log = { info: ignore, warn: ignore, error: ignore }

/**
 * Wraps a log in the redaction: no number, token, signature or key reaches it, regardless of what callers write. A log
 * that throws loses its line: it must not cost a login.
 */
export function redactLog(log: Log): Log {
  const redactLevel = (level: LogLevel) => (fields: LogFields, message: string) => {
    try {
      log[level](redact(fields) as LogFields, redactText(message))
    } catch {
      // There is no other place to report it to.
    }
  }
  const isDropping = () => log.isDropping?.() ?? false
  return { info: redactLevel('info'), warn: redactLevel('warn'), error: redactLevel('error'), isDropping }
}
