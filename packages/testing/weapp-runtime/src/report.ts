// Collects what goes wrong in a run.
import type { Report, Transfers } from './device'

export interface ReportCollector {
  addMissing(what: string): void
  addError(error: unknown): void
  addWarning(message: string): void
  /** A `setData` that WeChat carries out, with its data as JSON. */
  addTransfer(json: string): void
  read(): Report
  readTransfers(): Transfers
}

export function createReportCollector(): ReportCollector {
  const missing = new Set<string>()
  const errors: string[] = []
  const warnings = new Set<string>()
  let [calls, bytes] = [0, 0]
  return {
    addMissing: (what) => {
      missing.add(what)
    },
    addError: (error) => {
      errors.push(toStackText(error))
    },
    addWarning: (message) => {
      warnings.add(message)
    },
    addTransfer: (json) => {
      calls += 1
      bytes += new Blob([json]).size
    },
    readTransfers: () => ({ calls, bytes }),
    read: () => ({ missing: [...missing].sort(), errors: [...errors], warnings: [...warnings] }),
  }
}

/** Describes any value that is thrown or rejected with: an error by its stack, `{ errMsg }` and its like as JSON. */
export function toStackText(error: unknown): string {
  return tryInOrder([() => readStack(error), () => toText(error)])
}

/** The same without a stack. */
export function toMessage(error: unknown): string {
  return tryInOrder([() => (isError(error) ? String(error) : null), () => toText(error)])
}

function readStack(error: unknown): string | null {
  const { stack } = Object(error) as { stack?: unknown }
  return typeof stack === 'string' && stack !== '' ? stack : null
}

function toText(value: unknown): string {
  if (typeof value !== 'object' || value === null || isError(value)) return String(value)
  const { errMsg, message } = value as { errMsg?: unknown; message?: unknown }
  // An object may contain itself or a BigInt.
  return tryInOrder([() => JSON.stringify(value), () => [errMsg, message].find(isString) ?? null, () => String(value)])
}

/** An error of another realm is not an instance of this realm's `Error`. */
function isError(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Error]'
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

/** Returns the first text. What a mini-program throws may itself throw while it is read. */
function tryInOrder(readers: readonly (() => string | null | undefined)[]): string {
  for (const read of readers) {
    try {
      const text = read()
      if (isString(text)) return text
    } catch {
      // The next one is more modest.
    }
  }
  return '[object Object]'
}
