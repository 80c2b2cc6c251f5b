// Which handset's calls a fault concerns, and how many of them.
import { NativeSelect } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { NumberField } from '../form/NumberField'
import { useHandsets } from '../handsets/use-handsets'
import { useTexts } from '../texts/words'
import type { FaultDraft } from './draft'

export interface FaultFieldsProps {
  readonly fields: UseFormReturnType<FaultDraft>
}

const OFTEN: readonly FaultDraft['often'][] = ['once', 'several', 'untilCleared']

export function ScopeFields({ fields }: FaultFieldsProps) {
  const { faults: texts } = useTexts()
  const { handset, call, often } = fields.values
  const handsets = useHandsets()
  const choices = handsets.map(({ id, label }) => ({ value: id, label }))
  const wasDeleted = handset !== '' && handsets.length > 0 && !handsets.some(({ id }) => id === handset)
  // Without this choice the field would show "every handset" and still send the deleted one.
  const deleted = wasDeleted ? [{ value: handset, label: texts.deletedHandset(handset) }] : []
  return (
    <>
      <NativeSelect
        label={texts.handset}
        description={call in texts.hints ? texts.hints[call as keyof typeof texts.hints] : undefined}
        data={[{ value: '', label: texts.everyHandset }, ...choices, ...deleted]}
        {...fields.getInputProps('handset')}
      />
      <NativeSelect
        label={texts.times}
        data={OFTEN.map((value) => ({ value, label: texts[value] }))}
        {...fields.getInputProps('often')}
      />
      {often === 'several' && <NumberField label={texts.howMany} min={1} required {...fields.getInputProps('times')} />}
    </>
  )
}
