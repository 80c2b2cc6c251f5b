// Generates a key pair for the customer, as the carrier's tool does. The private key is shown once, and the dialog asks
// before it closes over one that was not saved.
import type { AppView, KeyPair } from '@local-number/simulator-contract'
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../shell/ConfirmDialog'
import { ProblemNotice } from '../shell/notices'
import { useUnsavedGuard } from '../shell/use-unsaved-guard'
import { useAction } from '../state/use-action'
import { useTexts } from '../texts/words'
import { KeyPairShown } from './KeyPairShown'
import { RegisterKey } from './RegisterKey'
import type { KeyPairDialog } from './use-key-pair-dialog'

export interface KeyPairModalProps {
  readonly dialog: KeyPairDialog
  /** As it is now; `undefined` once it is deleted. */
  readonly app: AppView | undefined
}

export function KeyPairModal({ dialog, app }: KeyPairModalProps) {
  const { apps: texts, shell } = useTexts()
  const { opened, appId, pair, isSaved, setPair, markSaved, close } = dialog
  const { asks, tryToClose, discard, keepOpen } = useUnsavedGuard(pair !== null && !isSaved, close)
  return (
    <Modal
      opened={opened && app !== undefined}
      onClose={tryToClose}
      closeOnClickOutside={pair === null}
      closeOnEscape={!asks}
      title={texts.newPairFor(appId)}
      size="lg"
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <Stack>
        <Text>{texts.newPairIntro}</Text>
        {pair === null && <Generate onPair={setPair} />}
        {pair !== null && app !== undefined && (
          <>
            <KeyPairShown pair={pair} appId={appId} onSave={markSaved} />
            <RegisterKey app={app} pair={pair} onDone={tryToClose} />
          </>
        )}
      </Stack>
      <ConfirmDialog
        opened={asks}
        question={texts.loseKeyQuestion}
        verb={texts.loseKey}
        onConfirm={discard}
        onClose={keepOpen}
      />
    </Modal>
  )
}

function Generate({ onPair }: { readonly onPair: (pair: KeyPair) => void }) {
  const { apps: texts } = useTexts()
  const [bits, setBits] = useState<KeyPair['bits']>(1024)
  const { busy, problem, run } = useAction()
  return (
    <>
      <Group>
        <SegmentedControl
          aria-label={texts.bits}
          data={['1024', '2048']}
          value={String(bits)}
          onChange={(value) => setBits(value === '2048' ? 2048 : 1024)}
        />
        <Button loading={busy} onClick={() => void run(async (api) => onPair(await api.generateKeyPair(bits)))}>
          {texts.generate}
        </Button>
      </Group>
      <ProblemNotice problem={problem} />
    </>
  )
}
