// The handsets, with their names in the chosen language.
import type { HandsetView } from '@local-number/simulator-contract'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { translateHandsetName } from './handset-name'

/** Empty until they are read. */
export function useHandsets(): readonly HandsetView[] {
  const texts = useTexts()
  const { simulator } = useConsole().state
  return (simulator?.handsets ?? []).map((handset) => ({ ...handset, label: translateHandsetName(texts, handset) }))
}
