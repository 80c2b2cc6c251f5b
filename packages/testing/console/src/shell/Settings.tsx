// Language and appearance, both remembered in the browser.
import type { Locale } from '@local-number/protocol/advice'
import { Group, type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconContrastFilled, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { useWords } from '../texts/words'
import { ChoiceMenu } from './ChoiceMenu'

const SCHEMES = { auto: IconContrastFilled, light: IconSun, dark: IconMoon } satisfies Record<
  MantineColorScheme,
  unknown
>

export function Settings({ onLocale }: { readonly onLocale: (locale: Locale) => void }) {
  const { locale, texts } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const SchemeIcon = SCHEMES[colorScheme]
  return (
    <Group gap={4} wrap="nowrap">
      <ChoiceMenu
        label={texts.shell.language}
        icon={<IconLanguage size={20} aria-hidden />}
        choices={texts.shell.languages}
        chosen={locale}
        onChoose={onLocale}
      />
      <ChoiceMenu
        label={texts.shell.scheme}
        icon={<SchemeIcon size={20} aria-hidden />}
        choices={texts.shell.schemes}
        chosen={colorScheme}
        onChoose={setColorScheme}
      />
    </Group>
  )
}
