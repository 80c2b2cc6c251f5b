// The fields of a handset.
import { CARRIERS, HANDSET_OSES, NETWORKS } from '@local-number/simulator-contract'
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTexts } from '../texts/words'
import type { HandsetDraft } from './draft'
import { useHandsets } from './use-handsets'

const SWITCHES = ['mobileData', 'iot', 'blocked'] as const

export interface HandsetFieldsProps {
  readonly fields: UseFormReturnType<HandsetDraft>
  readonly isNew: boolean
}

export function HandsetFields({ fields, isNew }: HandsetFieldsProps) {
  const { handsets: texts, shell } = useTexts()
  const all = useHandsets()
  const others = all.filter(({ id }) => id !== fields.values.id).map(({ id, label }) => ({ value: id, label }))
  const toChoices = <K extends string>(labels: Record<K, string>, values: readonly K[]) =>
    values.map((value) => ({ value, label: labels[value] }))
  return (
    <>
      {isNew && <TextInput label={texts.id} description={texts.idHint} required {...fields.getInputProps('id')} />}
      <TextInput label={texts.label} required maxLength={40} {...fields.getInputProps('label')} />
      <Checkbox label={texts.dataOnly} {...fields.getInputProps('dataOnly', { type: 'checkbox' })} />
      {!fields.values.dataOnly && (
        <TextInput
          label={texts.msisdn}
          required
          inputMode="numeric"
          maxLength={11}
          {...fields.getInputProps('msisdn')}
        />
      )}
      <NativeSelect
        label={texts.carrier}
        data={toChoices(texts.carriers, CARRIERS)}
        {...fields.getInputProps('carrier')}
      />
      <NativeSelect
        label={texts.network}
        data={toChoices(texts.networks, NETWORKS)}
        {...fields.getInputProps('network')}
      />
      <NativeSelect
        label={texts.hotspot}
        description={texts.hotspotHint}
        data={[{ value: '', label: shell.none }, ...others]}
        {...fields.getInputProps('hotspot')}
      />
      <SimpleGrid cols={2}>
        <NativeSelect label={texts.os} data={toChoices(texts.systems, HANDSET_OSES)} {...fields.getInputProps('os')} />
        <TextInput label={texts.osVersion} required {...fields.getInputProps('osVersion')} />
      </SimpleGrid>
      {SWITCHES.map((name) => (
        <Checkbox
          key={name}
          label={texts[name]}
          description={texts.hints[name]}
          {...fields.getInputProps(name, { type: 'checkbox' })}
        />
      ))}
    </>
  )
}
