// The handsets, one card each.
import type { HandsetView } from '@local-number/simulator-contract'
import { Button, SimpleGrid, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { ConfirmAction } from '../shell/ConfirmAction'
import { PageFrame } from '../shell/PageFrame'
import { useDialog } from '../state/use-dialog'
import { useTexts } from '../texts/words'
import { HandsetCard } from './HandsetCard'
import { HandsetDrawer, useHandsetDrawer } from './HandsetDrawer'
import { useHandsets } from './use-handsets'

export function HandsetsPage() {
  const all = useTexts()
  const texts = all.handsets
  const handsets = useHandsets()
  const drawer = useHandsetDrawer()
  const removal = useDialog<HandsetView | null>(null)
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => drawer.open(null)}>
      {texts.addTitle}
    </Button>
  )
  return (
    <PageFrame title={texts.title} intro={texts.intro} action={add}>
      {handsets.length === 0 && <Text>{texts.empty}</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} component="ul" className="cards">
        {handsets.map((handset) => (
          <HandsetCard
            key={handset.id}
            handset={handset}
            onEdit={() => drawer.open(handset)}
            onRemove={() => removal.open(handset)}
          />
        ))}
      </SimpleGrid>
      <HandsetDrawer drawer={drawer} />
      <ConfirmAction
        opened={removal.opened}
        question={texts.removeQuestion(removal.subject?.label ?? '')}
        verb={all.shell.remove}
        work={(api) => api.removeHandset(removal.subject?.id ?? '')}
        onClose={removal.close}
      />
    </PageFrame>
  )
}
