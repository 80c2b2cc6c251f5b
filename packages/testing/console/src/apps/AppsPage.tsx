// The apps of the open platform.
import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { AskFirst } from '../shell/AskFirst'
import { PageFrame } from '../shell/PageFrame'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { AppCard, type AppTask } from './AppCard'
import { AppDrawer } from './AppDrawer'
import { KeyPairModal } from './KeyPairModal'

export function AppsPage() {
  const { apps: texts, shell } = useTexts()
  const apps = useConsole().state.simulator?.apps ?? []
  const [adds, setAdds] = useState(false)
  const [task, setTask] = useState<{ readonly appId: string; readonly what: AppTask } | null>(null)
  const done = () => setTask(null)
  const app = (what: AppTask) => (task?.what === what ? (apps.find(({ appId }) => appId === task.appId) ?? null) : null)
  const appId = task?.appId ?? ''
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdds(true)}>
      {texts.addTitle}
    </Button>
  )
  return (
    <PageFrame title={texts.title} intro={texts.intro} action={add}>
      {apps.length === 0 && <Text>{texts.empty}</Text>}
      <Stack component="ul" className="cards">
        {apps.map((each) => (
          <AppCard key={each.appId} app={each} onTask={(what) => setTask({ appId: each.appId, what })} />
        ))}
      </Stack>
      <AppDrawer edited={adds ? 'new' : app('edit')} onClose={adds ? () => setAdds(false) : done} />
      <KeyPairModal app={app('keyPair')} onClose={done} />
      <AskFirst
        opened={task?.what === 'platformKey'}
        question={texts.newPlatformKeyAsk}
        verb={texts.newPlatformKey}
        work={(api) => api.changeApp(appId, { platformKeys: { bits: app('platformKey')?.platformKeyBits } })}
        onClose={done}
      />
      <AskFirst
        opened={task?.what === 'remove'}
        question={texts.removeAsk(appId)}
        verb={shell.remove}
        work={(api) => api.removeApp(appId)}
        onClose={done}
      />
    </PageFrame>
  )
}
