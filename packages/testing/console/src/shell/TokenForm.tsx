// Asks for the admin token where the simulator wants one. The address stays, so that a link to a login leads there.
import { Button, Group, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'

export function TokenForm() {
  const texts = useTexts().shell
  const { giveToken } = useConsole()
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    giveToken(typed.trim())
  }
  return (
    <Group component="form" onSubmit={submit} align="flex-end" mt="sm" gap="xs">
      <PasswordInput
        label={texts.token}
        required
        withAsterisk={false}
        flex={1}
        maw={420}
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <Button type="submit">{texts.useToken}</Button>
    </Group>
  )
}
