// Stands in for what a page says of itself, its session and its device, where the transport knows who calls.
import type { CallFacts } from './call-facts'

/** A page chooses what it says, and may know another caller's id: so a colon is in this, and in no text of a page's. */
export function nameCaller({ callerId }: Pick<CallFacts, 'callerId'>): string | undefined {
  return callerId === undefined ? undefined : `caller:${callerId}`
}
