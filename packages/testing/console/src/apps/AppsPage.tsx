// The apps of the open platform.
import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { ConfirmAction } from '../shell/ConfirmAction'
import { PageFrame } from '../shell/PageFrame'
import { useConsole } from '../state/use-console'
import { useDialog } from '../state/use-dialog'
import { useTexts } from '../texts/words'
import { AppCard } from './AppCard'
import { AppDrawer, useAppDrawer } from './AppDrawer'
import { KeyPairModal } from './KeyPairModal'
import { useKeyPairDialog } from './use-key-pair-dialog'

export function AppsPage() {
  const { apps: texts, shell } = useTexts()
  const apps = useConsole().state.simulator?.apps ?? []
  const drawer = useAppDrawer()
  const keyPair = useKeyPairDialog()
  const platformKey = useDialog('')
  const removal = useDialog('')
  const findApp = (id: string) => apps.find(({ appId }) => appId === id)
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => drawer.open(null)}>
      {texts.addTitle}
    </Button>
  )
  return (
    <PageFrame title={texts.title} intro={texts.intro} action={add}>
      {apps.length === 0 && <Text>{texts.empty}</Text>}
      <Stack component="ul" className="cards">
        {apps.map((app) => (
          <AppCard
            key={app.appId}
            app={app}
            onEdit={() => drawer.open(app)}
            onKeyPair={() => keyPair.open(app.appId)}
            onPlatformKey={() => platformKey.open(app.appId)}
            onRemove={() => removal.open(app.appId)}
          />
        ))}
      </Stack>
      <AppDrawer drawer={drawer} />
      <KeyPairModal dialog={keyPair} app={findApp(keyPair.appId)} />
      <ConfirmAction
        opened={platformKey.opened}
        question={texts.newPlatformKeyQuestion}
        verb={texts.newPlatformKey}
        work={(api) =>
          api.changeApp(platformKey.subject, { platformKeys: { bits: findApp(platformKey.subject)?.platformKeyBits } })
        }
        onClose={platformKey.close}
      />
      <ConfirmAction
        opened={removal.opened}
        question={texts.removeQuestion(removal.subject)}
        verb={shell.remove}
        work={(api) => api.removeApp(removal.subject)}
        onClose={removal.close}
      />
    </PageFrame>
  )
}
