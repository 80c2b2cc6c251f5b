// One choice in a menu with exactly one selected. Mantine has no such item, so this one sets the role.
import { Menu, type MenuItemProps } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'

const RadioButton = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'>>(
  ({ 'aria-checked': checked, ...props }, ref) => (
    <button type="button" {...props} ref={ref} role="menuitemradio" aria-checked={checked} />
  ),
)
RadioButton.displayName = 'RadioButton'

export interface RadioItemProps extends Pick<MenuItemProps, 'children'> {
  readonly checked: boolean
  readonly onChoose: () => void
}

export function RadioItem({ checked, onChoose, children }: RadioItemProps) {
  return (
    <Menu.Item
      component={RadioButton}
      aria-checked={checked}
      onClick={onChoose}
      rightSection={<IconCheck size={16} visibility={checked ? 'visible' : 'hidden'} aria-hidden />}
    >
      {children}
    </Menu.Item>
  )
}
