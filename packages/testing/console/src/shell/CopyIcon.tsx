// A small button that copies a value. Browsers allow the clipboard only on https and localhost; elsewhere the user
// selects the text.
import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTexts } from '../texts/words'

export interface CopyIconProps {
  readonly value: string
  readonly label: string
  readonly onCopy?: () => void
}

export function CopyIcon({ value, label, onCopy }: CopyIconProps) {
  const texts = useTexts().shell
  if (!window.isSecureContext) return null
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <ActionIcon
          variant="subtle"
          color={copied ? 'teal' : 'gray'}
          onClick={() => {
            copy()
            onCopy?.()
          }}
          aria-label={copied ? texts.copied : label}
        >
          {copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
        </ActionIcon>
      )}
    </CopyButton>
  )
}
