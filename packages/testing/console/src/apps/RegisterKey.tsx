// Registers the public half of a new key pair, and says what is left to do.
import type { AppView, KeyPair } from '@local-number/simulator-contract'
import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { ProblemNotice } from '../shell/notices'
import { useAction } from '../state/use-action'
import { useTexts } from '../texts/words'

export interface RegisterKeyProps {
  readonly app: AppView
  readonly pair: KeyPair
  readonly onDone: () => void
}

export function RegisterKey({ app, pair, onDone }: RegisterKeyProps) {
  const { apps: texts } = useTexts()
  const { busy, problem, run } = useAction()
  const [replaces, setReplaces] = useState(false)
  const isRegistered = app.customerPublicKeys.includes(pair.publicKey)
  const kept = replaces ? [] : app.customerPublicKeys
  const register = () => run((api) => api.changeApp(app.appId, { customerPublicKeys: [...kept, pair.publicKey] }))
  if (isRegistered) {
    return (
      <Group justify="space-between" wrap="nowrap">
        <Text role="status">✓ {texts.registered}</Text>
        <Button flex="none" onClick={onDone}>
          {texts.done}
        </Button>
      </Group>
    )
  }
  return (
    <>
      <Group justify="space-between">
        <Checkbox
          label={texts.replaceKeys}
          checked={replaces}
          onChange={({ currentTarget: { checked } }) => setReplaces(checked)}
        />
        <Button loading={busy} onClick={() => void register()}>
          {texts.registerKey}
        </Button>
      </Group>
      <ProblemNotice problem={problem} />
    </>
  )
}
