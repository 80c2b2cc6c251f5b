// One app: its credentials, what is registered for it, and what can be done with it.
import type { AppView } from '@local-number/simulator-contract'
import { ActionIcon, Button, Card, Group, Text, Title } from '@mantine/core'
import { IconKey, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react'
import { CopyIcon } from '../shell/CopyIcon'
import { useTexts } from '../texts/words'
import { AppFacts } from './AppFacts'

export interface AppCardProps {
  readonly app: AppView
  readonly onEdit: () => void
  readonly onKeyPair: () => void
  readonly onPlatformKey: () => void
  readonly onRemove: () => void
}

export function AppCard({ app, onEdit, onKeyPair, onPlatformKey, onRemove }: AppCardProps) {
  const { apps: texts } = useTexts()
  const { appId, customerKeyFingerprints } = app
  return (
    <Card component="li" withBorder className="card">
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="h4" className="mono">
          {appId}
        </Title>
        <Group gap={2} wrap="nowrap" flex="none">
          <ActionIcon variant="subtle" color="gray" onClick={onEdit} aria-label={texts.editApp(appId)}>
            <IconPencil size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={texts.removeApp(appId)}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Credentials app={app} />
      <Text fw={600} size="sm" mt="md">
        {texts.customerKeys}
      </Text>
      {customerKeyFingerprints.length === 0 ? (
        <Text size="sm">{texts.noCustomerKeys}</Text>
      ) : (
        <ul className="fingerprints">
          {customerKeyFingerprints.map((fingerprint) => (
            <li key={fingerprint}>SHA-256 {fingerprint}</li>
          ))}
        </ul>
      )}
      <AppFacts app={app} />
      <Group mt="md" gap="xs">
        <Button size="xs" variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={onKeyPair}>
          {texts.newPair}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onPlatformKey}>
          {texts.newPlatformKey}
        </Button>
      </Group>
    </Card>
  )
}

function Credentials({ app }: { readonly app: AppView }) {
  const { apps: texts } = useTexts()
  const { appId, appKey, platformPublicKey, platformKeyBits } = app
  const credentials: readonly (readonly [string, string])[] = [
    ['appId', appId],
    ['appKey', appKey],
    [`${texts.platformPublicKey} (${platformKeyBits})`, platformPublicKey],
  ]
  return (
    <dl className="credentials">
      {credentials.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
            <CopyIcon value={value} label={texts.copyValue(name, appId)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
