// Switches faults on, and shows the active ones.
import { SimpleGrid } from '@mantine/core'
import { PageFrame } from '../shell/PageFrame'
import { useTexts } from '../texts/words'
import { FaultForm } from './FaultForm'
import { FaultList } from './FaultList'

export function FaultsPage() {
  const texts = useTexts().faults
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <FaultForm />
        <FaultList />
      </SimpleGrid>
    </PageFrame>
  )
}
