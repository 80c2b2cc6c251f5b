// Makes the customer a key pair as the carrier's tool does. The private half is shown once and forgotten with the dialog,
// which is not closed over it without a question.

import type { AppView, KeyPair } from '@local-number/simulator-contract'
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ProblemNotice } from '../shell/notices'
import { Question } from '../shell/Question'
import { useLeaving } from '../shell/use-leaving'
import { useAction } from '../state/use-action'
import { useKept } from '../state/use-kept'
import { useTexts } from '../texts/words'
import { FileKey } from './FileKey'
import { KeyPairShown } from './KeyPairShown'

export interface KeyPairModalProps {
  /** `null`: closed. */
  readonly app: AppView | null
  readonly onClose: () => void
}

export function KeyPairModal({ app: now, onClose }: KeyPairModalProps) {
  const { apps: texts, shell } = useTexts()
  const opened = now !== null
  const app = useKept(now, opened)
  const [pair, setPair] = useState<KeyPair | null>(null)
  const [isTaken, setTaken] = useState(false)
  const { asks, tryToLeave, leave, stay } = useLeaving(pair !== null && !isTaken, onClose)
  useEffect(() => {
    if (!opened) return
    setPair(null)
    setTaken(false)
  }, [opened])
  return (
    <Modal
      opened={opened}
      onClose={tryToLeave}
      closeOnClickOutside={pair === null}
      closeOnEscape={!asks}
      title={texts.newPairFor(app?.appId ?? '')}
      size="lg"
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <Stack>
        <Text>{texts.newPairIntro}</Text>
        {pair === null && <Generate onPair={setPair} />}
        {pair !== null && app !== null && (
          <>
            <KeyPairShown pair={pair} appId={app.appId} onTaken={() => setTaken(true)} />
            <FileKey app={app} pair={pair} onDone={tryToLeave} />
          </>
        )}
      </Stack>
      <Question opened={asks} question={texts.loseKeyAsk} verb={texts.loseKey} onYes={leave} onClose={stay} />
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
        <Button loading={busy} onClick={() => void run(async (api) => onPair(await api.newKeyPair(bits)))}>
          {texts.generate}
        </Button>
      </Group>
      <ProblemNotice problem={problem} />
    </>
  )
}
