// The brand, links to the pages, the simulator's status, and the settings.
import type { Locale } from '@local-number/protocol/advice'
import { Burger, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { PAGES, type Page, toHash } from '../state/route'
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
  const [opened, { toggle, close }] = useDisclosure(false, { onOpen: () => setNavigated(false) })
  // After a page was chosen the focus goes to its heading; after the menu was only closed, back to its button.
  const [hasNavigated, setNavigated] = useState(false)
  const choose = () => {
    setNavigated(true)
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
        returnFocus={!hasNavigated}
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
    <a key={name} href={toHash(name)} aria-current={name === page ? 'page' : undefined} onClick={onChosen}>
      {texts.pages[name]}
    </a>
  ))
}
