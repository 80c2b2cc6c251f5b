// What each bench gets, and what it returns.
import type { Scale } from './compare'
import type { Figure } from './figures'
import type { Processes } from './processes'

export interface BenchContext {
  /** Ended after the bench. */
  readonly processes: Processes
  readonly scale: Scale
  /** How many signs the heap is watched for. */
  readonly signs: number
  /** Reports a line that is no figure. */
  note(line: string): void
}

export interface Bench {
  readonly about: string
  /** Takes minutes: not with `--quick`. */
  readonly isSlow?: boolean
  run(context: BenchContext): Promise<readonly Figure[]>
}
