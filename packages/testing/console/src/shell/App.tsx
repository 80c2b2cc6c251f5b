// The console: language, appearance, connection, and the page that the address names.
import type { Locale } from '@local-number/protocol/advice'
import { MantineProvider } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useToken } from '../api/token'
import { initialLocale, rememberLocale } from '../state/locale'
import { ConsoleProvider } from '../state/use-console'
import { WordsProvider, wordsIn } from '../texts/words'
import { Frame } from './Frame'
import { colours, theme } from './theme'

export function App() {
  const [token, giveToken] = useToken()
  const [locale, setLocale] = useState(initialLocale)
  const words = useMemo(() => wordsIn(locale), [locale])
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const choose = (chosen: Locale) => {
    rememberLocale(chosen)
    setLocale(chosen)
  }
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <WordsProvider value={words}>
        <ConsoleProvider token={token} giveToken={giveToken}>
          <Frame onLocale={choose} />
        </ConsoleProvider>
      </WordsProvider>
    </MantineProvider>
  )
}
