// A page's title, its purpose and its main action.
import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export interface PageFrameProps {
  readonly title: string
  readonly intro: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function PageFrame({ title, intro, action, children }: PageFrameProps) {
  return (
    <div className="page">
      <Group justify="space-between" align="flex-start" mb="lg" gap="sm">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed">{intro}</Text>
        </div>
        {action}
      </Group>
      {children}
    </div>
  )
}
