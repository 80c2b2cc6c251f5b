// Provides the chosen language to the page, the diagram and the exported file.
import type { Locale } from '@local-number/protocol/advice'
import { createContext, useContext } from 'react'
import { TEXTS, type Texts } from './texts'

export interface Words {
  readonly locale: Locale
  readonly texts: Texts
}

export function getWords(locale: Locale): Words {
  return { locale, texts: TEXTS[locale] }
}

const WordsContext = createContext<Words>(getWords('en'))

export const WordsProvider = WordsContext.Provider

export function useWords(): Words {
  return useContext(WordsContext)
}

export function useTexts(): Texts {
  return useWords().texts
}
