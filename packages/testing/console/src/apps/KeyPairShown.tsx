// Both halves of a new key pair, to copy and to download as PEM.

import type { KeyPair } from '@local-number/simulator-contract'
import { Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { download } from '../export/download'
import { CopyIcon } from '../shell/CopyIcon'
import { useTexts } from '../texts/words'
import { toPem } from './pem'

export interface KeyPairShownProps {
  readonly pair: KeyPair
  readonly appId: string
  /** The private half was copied or downloaded. */
  readonly onSave: () => void
}

export function KeyPairShown({ pair, appId, onSave }: KeyPairShownProps) {
  const { apps: texts } = useTexts()
  const halves = [
    {
      name: texts.privateKey,
      verb: texts.downloadPrivate,
      key: pair.privateKey,
      kind: 'PRIVATE' as const,
      onSave,
    },
    {
      name: texts.publicKey,
      verb: texts.downloadPublic,
      key: pair.publicKey,
      kind: 'PUBLIC' as const,
      onSave: undefined,
    },
  ]
  return halves.map(({ name, verb, key, kind, onSave }) => (
    <div key={kind}>
      <Group justify="space-between">
        <Text fw={600}>{name}</Text>
        <Group gap={4}>
          <CopyIcon value={key} label={texts.copyValue(name, appId)} onCopy={onSave} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => {
              download({
                name: `${appId}-customer-${kind.toLowerCase()}-${pair.bits}.pem`,
                type: 'application/x-pem-file',
                content: toPem(key, kind),
              })
              onSave?.()
            }}
          >
            {verb}
          </Button>
        </Group>
      </Group>
      <pre className="key-text">{key}</pre>
    </div>
  ))
}
