// The handsets on the desk, with their names in the reader's language.
import type { HandsetView } from '@local-number/simulator-contract'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { nameIn } from './name-in'

/** None until they were read. */
export function useHandsets(): readonly HandsetView[] {
  const texts = useTexts()
  const { simulator } = useConsole().state
  return (simulator?.handsets ?? []).map((handset) => ({ ...handset, label: nameIn(texts, handset) }))
}
