// What is shown while something loads, and when something failed.
import { Alert, Loader, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Problem } from '../state/console-state'
import { useTexts } from '../texts/words'

export function Loading() {
  const texts = useTexts().shell
  return (
    <Stack align="center" py={64} role="status">
      <Loader type="dots" aria-hidden />
      <Text c="dimmed">{texts.loading}</Text>
    </Stack>
  )
}

export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <Alert role="status" variant="default" className="notice" icon={<IconPlugConnectedX aria-hidden />}>
      {children}
    </Alert>
  )
}

export interface ProblemNoticeProps {
  readonly problem: Problem | null
  /** Shows a close button. Without it the notice stays as long as the problem. */
  readonly onClose?: () => void
}

export function ProblemNotice({ problem, onClose }: ProblemNoticeProps) {
  const texts = useTexts().shell
  if (problem === null) return null
  const isRefused = 'code' in problem
  const refusals: Readonly<Record<string, string | undefined>> = texts.refusals
  return (
    <Alert
      role="alert"
      variant="default"
      className="notice notice-problem"
      icon={<IconAlertTriangle aria-hidden />}
      withCloseButton={onClose !== undefined}
      closeButtonLabel={texts.close}
      onClose={onClose}
      title={isRefused ? `${texts.refused} · ${problem.code}` : undefined}
    >
      {isRefused ? (
        <>
          {refusals[problem.code]}
          <Text size="sm" lang="en">
            {problem.message}
          </Text>
        </>
      ) : (
        texts.outages[problem.outage]
      )}
    </Alert>
  )
}
