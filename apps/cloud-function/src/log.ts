// The function's log: lines of JSON, redacted twice: values by the services, and the finished line here.
import { type Log, type LogLevel, redactText } from '@local-number/server'

export type LogLines = Readonly<Record<LogLevel, (line: string) => void>>

export function createLog(lines: LogLines): Log {
  const write =
    (level: LogLevel): Log[LogLevel] =>
    (fields, message) =>
      lines[level](redactText(JSON.stringify({ level, ...fields, message })))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
