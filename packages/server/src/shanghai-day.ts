// The day by which the carrier counts, whatever zone this process runs in.
import { formatTimestamp, SHANGHAI } from '@local-number/protocol'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** `20261122` */
export function shanghaiDay(epochMs: number): string {
  return formatTimestamp(epochMs, SHANGHAI).slice(0, 8)
}

/** Milliseconds until midnight in Shanghai, 1…86 400 000. */
export function msToNextShanghaiDay(epochMs: number): number {
  return DAY - ((epochMs + SHANGHAI * MINUTE) % DAY)
}
