// A small button that opens a menu of a few choices, with the current one ticked.
import { ActionIcon, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { RadioItem } from './RadioItem'

export interface ChoiceMenuProps<T extends string> {
  readonly label: string
  readonly icon: ReactNode
  readonly choices: Readonly<Record<T, string>>
  readonly chosen: T
  readonly onChoose: (choice: T) => void
}

export function ChoiceMenu<T extends string>({ label, icon, choices, chosen, onChoose }: ChoiceMenuProps<T>) {
  const names = Object.keys(choices) as T[]
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label}>
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {names.map((name) => (
          <RadioItem key={name} checked={name === chosen} onChoose={() => onChoose(name)}>
            {choices[name]}
          </RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
