// The service's log: JSON lines by pino, redacted twice: values before they are written, and the finished line.
import { redact, redactText } from '@local-number/server'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { BackendConfig } from './config'
import { createLogDestination, type LogDestination, openDescriptor } from './log-destination'

const STANDARD_OUTPUT = 1
const WARN = pino.levels.values.warn

export function createLog(level: BackendConfig['logLevel'], destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      formatters: { log: (fields) => redact(fields) as Record<string, unknown> },
      hooks: { streamWrite: redactText },
    },
    destination,
  )
}

/** Standard output, where lines are dropped rather than waited for. One for each process. */
export function openStandardOutput(): LogDestination {
  standardOutput ??= createLogDestination(openDescriptor(STANDARD_OUTPUT), describeDropped)
  return standardOutput
}

let standardOutput: LogDestination | undefined

function describeDropped(count: number): string {
  const line = {
    level: WARN,
    time: Date.now(),
    dropped: count,
    msg: 'log lines were dropped: they could not be written',
  }
  return `${JSON.stringify(line)}\n`
}
