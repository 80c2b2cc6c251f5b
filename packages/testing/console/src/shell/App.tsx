// The console: language, appearance, connection, and the page of the address.
import type { Locale } from '@local-number/protocol/advice'
import { MantineProvider } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useToken } from '../api/token'
import { readLocale, rememberLocale } from '../state/locale'
import { ConsoleProvider } from '../state/use-console'
import { getWords, WordsProvider } from '../texts/words'
import { Frame } from './Frame'
import { colors, theme } from './theme'

export function App() {
  const [token, setToken] = useToken()
  const [locale, setLocale] = useState(readLocale)
  const words = useMemo(() => getWords(locale), [locale])
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const choose = (chosen: Locale) => {
    rememberLocale(chosen)
    setLocale(chosen)
  }
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colors} defaultColorScheme="auto">
      <WordsProvider value={words}>
        <ConsoleProvider token={token} setToken={setToken}>
          <Frame onLocale={choose} />
        </ConsoleProvider>
      </WordsProvider>
    </MantineProvider>
  )
}
