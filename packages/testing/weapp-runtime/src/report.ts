// Collects what goes wrong in a run.
import type { Report } from './device'

export interface ReportCollector {
  addMissing(what: string): void
  addError(error: unknown): void
  addWarning(message: string): void
  read(): Report
}

export function createReportCollector(): ReportCollector {
  const missing = new Set<string>()
  const errors: string[] = []
  const warnings = new Set<string>()
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
    read: () => ({ missing: [...missing].sort(), errors: [...errors], warnings: [...warnings] }),
  }
}

export function toStackText(error: unknown): string {
  // An error of another realm is not an instance of this realm's `Error`.
  const { stack } = Object(error) as { stack?: unknown }
  return typeof stack === 'string' ? stack : String(error)
}
