// What building blocks outside of the component take from the provider instead.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { explainNamelessConsent } from '../development'
import type { LocalNumberLoginProps } from '../props'
import { useProvided } from '../provider'
import type { Terms } from '../terms'
import { mergeTexts, resolveLocale } from '../texts'
import { describeSurroundings, SurroundingsContext } from './surroundings'
import { TermsSheet } from './terms-sheet'

export function ProvidedSurroundings({ children }: { readonly children: ReactNode }) {
  const props = useProvided<Partial<LocalNumberLoginProps>>({})
  const root = useRef<HTMLElement>(null)
  const [opened, setOpened] = useState<Terms | null>(null)
  const { tag, texts: itsTexts } = resolveLocale(props.locale, props.locales)
  const texts = mergeTexts(itsTexts, props.texts)
  const { appName } = props
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' && !appName) explainNamelessConsent()
  }, [appName])
  return (
    <SurroundingsContext.Provider value={describeSurroundings(props, { texts, tag, root, showSheet: setOpened })}>
      {children}
      {opened && <TermsSheet terms={opened} onClose={() => setOpened(null)} />}
    </SurroundingsContext.Provider>
  )
}
