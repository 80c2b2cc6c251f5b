// The header, the state of the connection, and the page.
import type { Locale } from '@local-number/protocol/advice'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { AppsPage } from '../apps/AppsPage'
import { ClockPage } from '../clock/ClockPage'
import { FaultsPage } from '../faults/FaultsPage'
import { HandsetsPage } from '../handsets/HandsetsPage'
import { MagicPage } from '../magic/MagicPage'
import type { Page } from '../state/route'
import { useConsole } from '../state/use-console'
import { useRoute } from '../state/use-route'
import { useTexts } from '../texts/words'
import { TimelinePage } from '../timeline/TimelinePage'
import { Connection } from './Connection'
import { Header } from './Header'
import { NotFound } from './NotFound'
import { Loading } from './notices'
import { SkipLinks } from './SkipLinks'
import { getTitle } from './title'
import { useFocus } from './use-focus'

const SIMPLE_PAGES: Record<Exclude<Page, 'timeline'>, () => ReactElement> = {
  handsets: HandsetsPage,
  apps: AppsPage,
  faults: FaultsPage,
  clock: ClockPage,
  magic: MagicPage,
}

export function Frame({ onLocale }: { readonly onLocale: (locale: Locale) => void }) {
  const route = useRoute()
  useDocumentTitle(getTitle(route, useConsole().state, useTexts()))
  useFocus(route)
  return (
    <>
      <SkipLinks page={route.page} />
      <Header page={route.page} onLocale={onLocale} />
      <main className={`content content-${route.page ?? 'none'}`} tabIndex={-1}>
        <Connection />
        <Content />
      </main>
    </>
  )
}

function Content() {
  const route = useRoute()
  const texts = useTexts().shell
  const { simulator, connection } = useConsole().state
  if (route.page === null) return <NotFound title={texts.notFound} sentence={texts.notFoundHint} />
  if (simulator === null) return connection === 'lost' ? null : <Loading />
  if (route.page === 'timeline') return <TimelinePage named={route.trace} />
  const Shown = SIMPLE_PAGES[route.page]
  return <Shown />
}
