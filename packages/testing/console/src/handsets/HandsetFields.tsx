// What can be said of a handset.

import { CARRIERS, NETWORKS } from '@local-number/simulator-contract'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useFieldErrors } from '../form/use-form'
import { useTexts } from '../texts/words'
import type { HandsetDraft } from './draft'
import { useHandsets } from './use-handsets'

export interface HandsetFieldsProps {
  readonly draft: HandsetDraft
  readonly isNew: boolean
  readonly onChange: (change: Partial<HandsetDraft>) => void
}

export function HandsetFields({ draft, isNew, onChange }: HandsetFieldsProps) {
  const { handsets: texts, shell } = useTexts()
  const errors = useFieldErrors()
  const all = useHandsets()
  const others = all.filter(({ id }) => id !== draft.id).map(({ id, label }) => ({ value: id, label }))
  const choice = <K extends string>(labels: Record<K, string>, values: readonly K[]) =>
    values.map((value) => ({ value, label: labels[value] }))
  return (
    <>
      {isNew && (
        <TextInput
          label={texts.id}
          description={texts.idHint}
          required
          error={errors.id}
          value={draft.id}
          onChange={({ currentTarget: { value } }) => onChange({ id: value })}
        />
      )}
      <TextInput
        label={texts.label}
        required
        maxLength={40}
        error={errors.label}
        value={draft.label}
        onChange={({ currentTarget: { value } }) => onChange({ label: value })}
      />
      <Checkbox
        label={texts.dataOnly}
        checked={draft.dataOnly}
        onChange={({ currentTarget: { checked } }) => onChange({ dataOnly: checked })}
      />
      {!draft.dataOnly && (
        <TextInput
          label={texts.msisdn}
          required
          inputMode="numeric"
          maxLength={11}
          error={errors.msisdn}
          value={draft.msisdn}
          onChange={({ currentTarget: { value } }) => onChange({ msisdn: value })}
        />
      )}
      <NativeSelect
        label={texts.carrier}
        data={choice(texts.carriers, CARRIERS)}
        value={draft.carrier}
        onChange={({ currentTarget: { value } }) => onChange({ carrier: value as HandsetDraft['carrier'] })}
      />
      <NativeSelect
        label={texts.network}
        data={choice(texts.networks, NETWORKS)}
        value={draft.network}
        onChange={({ currentTarget: { value } }) => onChange({ network: value as HandsetDraft['network'] })}
      />
      <NativeSelect
        label={texts.hotspot}
        description={texts.hotspotHint}
        data={[{ value: '', label: shell.none }, ...others]}
        value={draft.hotspot}
        onChange={({ currentTarget: { value } }) => onChange({ hotspot: value })}
      />
    </>
  )
}
