// Draws a page of the console in jsdom, connected to a fake simulator.
import type { Locale } from '@local-number/protocol/advice'
import { MantineProvider } from '@mantine/core'
import { configure, type RenderResult, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { theme } from '../../src/shell/theme'
import { ConsoleProvider } from '../../src/state/use-console'
import { getWords, WordsProvider } from '../../src/texts/words'

// To find out what is hidden takes seconds per page, and nothing here is. A busy machine may take long to render.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 })

export function renderPage(page: ReactElement, locale: Locale = 'en'): RenderResult {
  return render(page, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme}>
        <WordsProvider value={getWords(locale)}>
          <ConsoleProvider token={null} setToken={() => {}}>
            {children}
          </ConsoleProvider>
        </WordsProvider>
      </MantineProvider>
    ),
  })
}

/** Events as a browser sends them: act() would run all effects of one event before the next. */
export async function withoutAct(work: () => Promise<void>): Promise<void> {
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
  environment.IS_REACT_ACT_ENVIRONMENT = false
  await work()
  environment.IS_REACT_ACT_ENVIRONMENT = true
}

/** Clicks, and presses Escape before React runs its next task, as it can happen on a busy machine. */
export async function clickAndEscape(button: HTMLElement): Promise<void> {
  button.click()
  await Promise.resolve()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve, 100))
}
