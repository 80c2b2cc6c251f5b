// Whose calls a fault concerns, and how many.
import { NativeSelect } from '@mantine/core'
import { NumberField } from '../form/NumberField'
import { useFieldErrors } from '../form/use-form'
import { useHandsets } from '../handsets/use-handsets'
import { useTexts } from '../texts/words'
import type { FaultDraft } from './draft'

export interface ScopeFieldsProps {
  readonly draft: FaultDraft
  readonly onChange: (change: Partial<FaultDraft>) => void
}

const OFTEN: readonly FaultDraft['often'][] = ['once', 'several', 'untilCleared']

export function ScopeFields({ draft, onChange }: ScopeFieldsProps) {
  const { faults: texts } = useTexts()
  const errors = useFieldErrors()
  const handsets = useHandsets()
  const choices = handsets.map(({ id, label }) => ({ value: id, label }))
  const wasDeleted = draft.handset !== '' && handsets.length > 0 && !handsets.some(({ id }) => id === draft.handset)
  // Without it the field would show every handset, and ask for one.
  const deleted = wasDeleted ? [{ value: draft.handset, label: texts.deletedHandset(draft.handset) }] : []
  return (
    <>
      <NativeSelect
        label={texts.handset}
        description={draft.call === 'verify' ? texts.verifyOf : undefined}
        data={[{ value: '', label: texts.everyHandset }, ...choices, ...deleted]}
        value={draft.handset}
        onChange={({ currentTarget: { value } }) => onChange({ handset: value })}
      />
      <NativeSelect
        label={texts.times}
        data={OFTEN.map((value) => ({ value, label: texts[value] }))}
        value={draft.often}
        onChange={({ currentTarget: { value } }) => onChange({ often: value as FaultDraft['often'] })}
      />
      {draft.often === 'several' && (
        <NumberField
          label={texts.howMany}
          min={1}
          required
          error={errors.times}
          value={draft.times}
          onChange={(times) => onChange({ times })}
        />
      )}
    </>
  )
}
