// Provides the handsets' names to the diagram, which knows only their ids.
import type { HandsetView } from '@local-number/simulator-contract'
import { createContext, useContext } from 'react'

/** By id. A deleted handset has no name. */
export type HandsetNames = Readonly<Record<string, string>>

export function toHandsetNames(handsets: readonly HandsetView[]): HandsetNames {
  return Object.fromEntries(handsets.map(({ id, label }) => [id, label]))
}

const HandsetNamesContext = createContext<HandsetNames>({})

export const HandsetNamesProvider = HandsetNamesContext.Provider

export function useHandsetName(): (id: string) => string {
  const names = useContext(HandsetNamesContext)
  return (id) => names[id] ?? id
}
