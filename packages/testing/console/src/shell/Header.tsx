// Brand, pages, what is out of the ordinary in the simulator, and the reader's own settings.
import type { Locale } from '@local-number/protocol/advice'
import { Burger, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { hashOf, PAGES, type Page } from '../state/route'
import { useTexts } from '../texts/words'
import icon from './icon.svg'
import { Settings } from './Settings'
import { Status } from './Status'

export interface HeaderProps {
  readonly page: Page | null
  readonly onLocale: (locale: Locale) => void
}

export function Header({ page, onLocale }: HeaderProps) {
  const texts = useTexts().shell
  const [opened, { toggle, close }] = useDisclosure(false, { onOpen: () => setLeads(false) })
  // Of a page that was chosen the heading has the focus; whoever only closes the menu is back on its button.
  const [leads, setLeads] = useState(false)
  const choose = () => {
    setLeads(true)
    close()
  }
  return (
    <header className="header">
      <a className="brand" href="#/" aria-label={texts.title}>
        <img src={icon} alt="" width="28" height="28" />
        <span>{texts.title}</span>
      </a>
      <nav className="pages pages-wide" aria-label={texts.menu}>
        <PageLinks page={page} />
      </nav>
      <Status />
      <div className="settings-wide">
        <Settings onLocale={onLocale} />
      </div>
      <Burger
        className="burger"
        opened={opened}
        onClick={toggle}
        aria-label={texts.menu}
        aria-expanded={opened}
        size="sm"
      />
      <Drawer
        opened={opened}
        onClose={close}
        returnFocus={!leads}
        title={texts.title}
        size="280px"
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <nav className="pages pages-narrow" aria-label={texts.menu}>
          <PageLinks page={page} onChosen={choose} />
        </nav>
        <Settings onLocale={onLocale} />
      </Drawer>
    </header>
  )
}

function PageLinks({ page, onChosen }: { readonly page: Page | null; readonly onChosen?: () => void }) {
  const texts = useTexts().shell
  return PAGES.map((name) => (
    <a key={name} href={hashOf(name)} aria-current={name === page ? 'page' : undefined} onClick={onChosen}>
      {texts.pages[name]}
    </a>
  ))
}
