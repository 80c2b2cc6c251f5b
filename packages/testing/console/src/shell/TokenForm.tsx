// Asks for the admin token if the simulator needs one. The address stays, so that a link to a login still leads there.
import { Button, Group, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'

export function TokenForm() {
  const texts = useTexts().shell
  const { setToken } = useConsole()
  const form = useForm({ initialValues: { token: '' } })
  return (
    <form onSubmit={form.onSubmit(({ token }) => setToken(token.trim()))}>
      <Group align="flex-end" mt="sm" gap="xs">
        <PasswordInput
          label={texts.token}
          required
          withAsterisk={false}
          flex={1}
          maw={420}
          autoComplete="off"
          {...form.getInputProps('token')}
        />
        <Button type="submit">{texts.useToken}</Button>
      </Group>
    </form>
  )
}
