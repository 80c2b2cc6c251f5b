// What a handset is called in the reader's language.
import type { HandsetView } from '@local-number/simulator-contract'
import { TEXTS, type Texts } from '../texts/texts'

/** The simulator names its own handsets in Chinese; whatever a user names or renames stays as it is. */
export function nameIn({ handsets }: Texts, { id, label }: Pick<HandsetView, 'id' | 'label'>): string {
  const own: Readonly<Record<string, string>> = TEXTS['zh-CN'].handsets.names
  const names: Readonly<Record<string, string>> = handsets.names
  return Object.hasOwn(own, id) && own[id] === label ? String(names[id]) : label
}
