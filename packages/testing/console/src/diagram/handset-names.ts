// Hands the handsets' names down to the diagram, which knows their ids only.

import type { HandsetView } from '@local-number/simulator-contract'
import { createContext, useContext } from 'react'

/** By id; one that was deleted has none. */
export type HandsetNames = Readonly<Record<string, string>>

export function namesOf(handsets: readonly HandsetView[]): HandsetNames {
  return Object.fromEntries(handsets.map(({ id, label }) => [id, label]))
}

const HandsetNamesContext = createContext<HandsetNames>({})

export const HandsetNamesProvider = HandsetNamesContext.Provider

export function useHandsetName(): (id: string) => string {
  const names = useContext(HandsetNamesContext)
  return (id) => names[id] ?? id
}
