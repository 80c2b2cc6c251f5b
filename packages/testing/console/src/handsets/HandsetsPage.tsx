// The virtual handsets, a card each.

import type { HandsetView } from '@local-number/simulator-contract'
import { Button, SimpleGrid, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { AskFirst } from '../shell/AskFirst'
import { PageFrame } from '../shell/PageFrame'
import { useTexts } from '../texts/words'
import { HandsetCard } from './HandsetCard'
import { HandsetDrawer } from './HandsetDrawer'
import { useHandsets } from './use-handsets'

export function HandsetsPage() {
  const all = useTexts()
  const texts = all.handsets
  const handsets = useHandsets()
  const [edited, setEdited] = useState<HandsetView | 'new' | null>(null)
  const [removed, setRemoved] = useState<HandsetView | null>(null)
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
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
            onEdit={() => setEdited(handset)}
            onRemove={() => setRemoved(handset)}
          />
        ))}
      </SimpleGrid>
      <HandsetDrawer edited={edited} onClose={() => setEdited(null)} />
      <AskFirst
        opened={removed !== null}
        question={texts.removeAsk(removed?.label ?? '')}
        verb={all.shell.remove}
        work={(api) => api.removeHandset(removed?.id ?? '')}
        onClose={() => setRemoved(null)}
      />
    </PageFrame>
  )
}
