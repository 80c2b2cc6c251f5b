// Compares sizes with their budgets.
import { gzipSync } from 'node:zlib'

/** In bytes. */
export interface Size {
  readonly raw: number
  readonly gzip: number
}

export type Sizes = Readonly<Record<string, Size>>

/** Adds up the sizes of files. Each file is compressed separately. */
export function measureFiles(files: Iterable<Buffer>): Size {
  const total = { raw: 0, gzip: 0 }
  for (const bytes of files) {
    total.raw += bytes.length
    total.gzip += gzipSync(bytes).length
  }
  return total
}

export function subtract(more: Size, less: Size): Size {
  return { raw: more.raw - less.raw, gzip: more.gzip - less.gzip }
}

export interface BudgetResult {
  readonly line: string
  readonly ok: boolean
}

/** @returns one result for each artifact: not ok if it is over its budget, has no budget, or was not built */
export function checkBudgets(artifacts: Sizes, budgets: Sizes): BudgetResult[] {
  const names = [...new Set([...Object.keys(artifacts), ...Object.keys(budgets)])]
  return names.map((name) => {
    const [size, budget] = [artifacts[name], budgets[name]]
    if (!size || size.raw <= 0)
      return { line: `FAILED  ${name} is missing or empty: run the builds that npm run size depends on`, ok: false }
    if (!budget)
      return {
        line: `FAILED  ${name} has no budget in scripts/size/budgets.json: ${formatBytes(size.raw)}, ${formatBytes(size.gzip)} gzip`,
        ok: false,
      }
    const ok = size.raw <= budget.raw && size.gzip <= budget.gzip
    const shares = `${formatShare(size.raw, budget.raw)} raw, ${formatShare(size.gzip, budget.gzip)} gzip`
    return { line: `${ok ? 'ok    ' : 'FAILED'}  ${shares}  ${name}`, ok }
  })
}

const formatBytes = (count: number) => `${count.toLocaleString('en')} B`

function formatShare(count: number, budget: number): string {
  const percent = String(Math.ceil((count / budget) * 100)).padStart(3)
  return `${formatBytes(count).padStart(9)} of ${formatBytes(budget).padStart(9)} (${percent} %)`
}
