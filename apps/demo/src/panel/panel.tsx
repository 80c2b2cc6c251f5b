// The development panel: the phone and the carrier, how the login is set up, and the other pages.
import { Text, View } from '@tarojs/components'
import { toLandmark } from '../demo/landmark'
import { openPage, type PageName } from '../demo/pages'
import { SWITCHES, type SwitchName } from '../demo/switches'
import { Tap } from '../demo/tap'
import type { Demo } from '../demo/use-demo'
import { CarrierRows } from './carrier-rows'
import { HandsetRows } from './handset-rows'
import { InboxRows } from './inbox-rows'
import { LoginActions } from './login-actions'
import { getPanelTexts } from './panel-texts'
import { SwitchRow } from './switch-row'

/** What has an effect on pages with views of their own. */
const GENERAL: readonly SwitchName[] = ['edition', 'theme', 'session', 'network', 'check']

/** What the component's own look and ways make no use of there. */
const IRRELEVANT: Readonly<Record<PageName, (name: SwitchName) => boolean>> = {
  standard: () => false,
  custom: (name) => ['accent', 'layout', 'ways', 'captcha', 'cancel', 'session'].includes(name),
  headless: (name) => !GENERAL.includes(name),
  nutui: (name) => ['accent', 'layout', 'cancel', 'session'].includes(name),
}

const PAGES: readonly PageName[] = ['custom', 'headless', 'nutui']

export function Panel({ page, demo }: { readonly page: PageName; readonly demo: Demo }) {
  const texts = getPanelTexts(demo.switches)
  const names = (Object.keys(SWITCHES) as SwitchName[]).filter((name) => !IRRELEVANT[page](name))
  const links = page === 'standard' ? PAGES : (['standard'] as const)
  return (
    <View className="demo-panel" {...toLandmark('complementary', texts.title)}>
      <View className="demo-panel-column">
        <View className="demo-head">
          <Text className="demo-title">{texts.title}</Text>
          <Text className="demo-tag">{texts.notTheApp}</Text>
        </View>
        {demo.handset ? (
          <>
            <HandsetRows demo={demo} handset={demo.handset} />
            <InboxRows demo={demo} handset={demo.handset.id} />
          </>
        ) : (
          <CarrierRows demo={demo} />
        )}
        <LoginActions demo={demo} />
        {names.map((name) => (
          <SwitchRow key={name} name={name} demo={demo} />
        ))}
        <View className="demo-row">
          <Text className="demo-label">{texts.pages}</Text>
          {links.map((name) => (
            <Tap key={name} className="demo-link" onTap={() => openPage(name, demo)}>
              {texts.pageLinks[name]}
            </Tap>
          ))}
        </View>
      </View>
    </View>
  )
}
