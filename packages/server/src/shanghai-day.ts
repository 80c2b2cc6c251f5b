// The day by which the carrier counts, independent of this process's time zone.
import { formatTimestamp, SHANGHAI } from '@local-number/protocol'

const MINUTE = 60_000
/** A day, in ms. */
export const DAY = 24 * 60 * MINUTE

/** `20261122` */
export function getShanghaiDay(epochMs: number): string {
  return formatTimestamp(epochMs, SHANGHAI).slice(0, 8)
}

/** Milliseconds until midnight in Shanghai, 1 to 86 400 000. */
export function getMsToNextShanghaiDay(epochMs: number): number {
  return DAY - ((epochMs + SHANGHAI * MINUTE) % DAY)
}
