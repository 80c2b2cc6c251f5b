// A handset's name, or its id if it was deleted.
import type { HandsetView } from '@local-number/simulator-contract'

export function getHandsetLabel(id: string | null, handsets: readonly HandsetView[]): string {
  return handsets.find((handset) => handset.id === id)?.label ?? id ?? ''
}
