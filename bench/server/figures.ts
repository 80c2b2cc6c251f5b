// What a bench finds out, as a row of the table and as a line of JSON.

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the ratio divides by; `null` without a ratio. */
  readonly baseline: string | null
  /** Above 1 is better than the baseline. */
  readonly ratio: number | null
  readonly goal: string | null
  /** `null` without a goal, and for a figure that is invalid. */
  readonly pass: boolean | null
  /** Why the figure says nothing, such as a generator that was the bottleneck. */
  readonly invalid?: string
}

export interface FigureFacts {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline?: string
  readonly ratio?: number
  /** The smallest ratio, or the smallest value where there is no ratio. */
  readonly atLeast?: number
  /** The largest value. */
  readonly atMost?: number
  readonly invalid?: string | undefined
}

export function createFigure({ atLeast, atMost, ...facts }: FigureFacts): Figure {
  const { name, value, unit, baseline = null, ratio = null, invalid } = facts
  const isMet = (atLeast === undefined || (ratio ?? value) >= atLeast) && (atMost === undefined || value <= atMost)
  const goal = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost} ${unit}` : null
  const pass = goal === null || invalid !== undefined ? null : isMet
  return {
    name,
    value: round(value),
    unit,
    baseline,
    ratio: ratio && round(ratio),
    goal,
    pass,
    ...(invalid && { invalid }),
  }
}

/** Three digits say all that a shared machine can. */
function round(value: number): number {
  return Number(Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))
}

const COLUMNS: readonly [title: string, read: (figure: Figure) => string][] = [
  ['figure', ({ name }) => name],
  ['value', ({ value, unit }) => `${value} ${unit}`],
  ['ratio', ({ ratio }) => (ratio === null ? '' : ratio.toFixed(2))],
  ['to', ({ baseline }) => baseline ?? ''],
  ['goal', ({ goal }) => goal ?? ''],
  ['', ({ pass, invalid }) => (invalid ? `invalid: ${invalid}` : pass === null ? '' : pass ? 'pass' : 'missed')],
]

export function formatTable(figures: readonly Figure[]): string {
  const rows = [COLUMNS.map(([title]) => title), ...figures.map((figure) => COLUMNS.map(([, read]) => read(figure)))]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One line of JSON for each figure. */
export function formatLines(figures: readonly Figure[]): string {
  return figures.map((figure) => JSON.stringify(figure)).join('\n')
}

export function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}

/** @param share from 0 to 1 */
export function findPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
