// A handset's name in the chosen language.
import type { HandsetView } from '@local-number/simulator-contract'
import { TEXTS, type Texts } from '../texts/texts'

/** The simulator's own handsets have Chinese names, which are translated; names that a user gave stay as they are. */
export function translateHandsetName({ handsets }: Texts, { id, label }: Pick<HandsetView, 'id' | 'label'>): string {
  const own: Readonly<Record<string, string>> = TEXTS['zh-CN'].handsets.names
  const names: Readonly<Record<string, string>> = handsets.names
  return Object.hasOwn(own, id) && own[id] === label ? String(names[id]) : label
}
