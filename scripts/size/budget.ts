// Sizes against their budgets.
import { gzipSync } from 'node:zlib'

/** Bytes. */
export interface Size {
  readonly raw: number
  readonly gzip: number
}

export type Sizes = Readonly<Record<string, Size>>

/** Every file is compressed by itself. */
export function sizeOf(files: Iterable<Buffer>): Size {
  const total = { raw: 0, gzip: 0 }
  for (const bytes of files) {
    total.raw += bytes.length
    total.gzip += gzipSync(bytes).length
  }
  return total
}

export const difference = (more: Size, less: Size): Size => ({ raw: more.raw - less.raw, gzip: more.gzip - less.gzip })

export interface Verdict {
  readonly line: string
  readonly ok: boolean
}

/** One line for each artefact and for each budget: over it, without one or without an artefact is not ok. */
export function verdicts(artefacts: Sizes, budgets: Sizes): Verdict[] {
  const names = [...new Set([...Object.keys(artefacts), ...Object.keys(budgets)])]
  return names.map((name) => {
    const [size, budget] = [artefacts[name], budgets[name]]
    if (!size || size.raw <= 0)
      return { line: `FAILED  ${name} has a budget and nothing to measure: built?`, ok: false }
    if (!budget)
      return { line: `FAILED  ${name} has no budget: ${bytes(size.raw)}, ${bytes(size.gzip)} gzip`, ok: false }
    const ok = size.raw <= budget.raw && size.gzip <= budget.gzip
    const shares = `${share(size.raw, budget.raw)} raw, ${share(size.gzip, budget.gzip)} gzip`
    return { line: `${ok ? 'ok    ' : 'FAILED'}  ${shares}  ${name}`, ok }
  })
}

const bytes = (count: number) => `${count.toLocaleString('en')} B`

const share = (count: number, budget: number) =>
  `${bytes(count).padStart(9)} of ${bytes(budget).padStart(9)} (${String(Math.ceil((count / budget) * 100)).padStart(3)} %)`
