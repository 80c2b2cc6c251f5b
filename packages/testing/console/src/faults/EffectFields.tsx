// A field for every effect that the chosen call can have; the rare ones are folded away.

import type { FaultEffect } from '@local-number/simulator-contract'
import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { NumberField } from '../form/NumberField'
import { useFieldErrors } from '../form/use-form'
import { useTexts } from '../texts/words'
import { CodeField } from './CodeField'
import { appliesTo, type EffectDraft, type FaultDraft, LONGEST_MS, STATUSES } from './draft'

export interface EffectFieldsProps {
  readonly draft: FaultDraft
  readonly onChange: (effects: EffectDraft) => void
}

interface NumberRange {
  readonly name: 'delayMs' | 'jitterMs' | 'slowBodyMs' | 'status'
  readonly min: number
  readonly max: number
}

const COMMON: readonly NumberRange[] = [
  { name: 'delayMs', min: 0, max: LONGEST_MS },
  { name: 'jitterMs', min: 0, max: LONGEST_MS },
  { name: 'status', min: STATUSES.least, max: STATUSES.most },
]
const RARE: readonly NumberRange[] = [{ name: 'slowBodyMs', min: 0, max: LONGEST_MS }]
const TEXTS = ['redirect', 'contentType'] as const
const SWITCHES = ['malformedJson', 'truncatedImage', 'wrongMsgId'] as const
const RARE_NAMES = ['slowBodyMs', ...TEXTS, ...SWITCHES] as const

export function EffectFields({ draft, onChange }: EffectFieldsProps) {
  const { faults: texts } = useTexts()
  const errors = useFieldErrors()
  const { call, effects } = draft
  const set = (name: keyof FaultEffect, value: string) => onChange({ ...effects, [name]: value })
  const numberField = ({ name, min, max }: NumberRange) => (
    <NumberField
      key={name}
      label={texts.fields[name]}
      min={min}
      max={max}
      error={errors[name]}
      value={effects[name]}
      onChange={(text) => set(name, text)}
    />
  )
  const isRareChosen = RARE_NAMES.some((name) => effects[name] !== '')
  return (
    <>
      <SimpleGrid cols={2}>
        <CodeField call={call} value={effects.code} onChange={(code) => set('code', code)} />
        <NativeSelect
          label={texts.fields.drop}
          data={[
            { value: '', label: texts.drops.none },
            { value: 'request', label: texts.drops.request },
            { value: 'answer', label: texts.drops.answer },
          ]}
          value={effects.drop}
          onChange={({ currentTarget: { value } }) => set('drop', value)}
        />
        {COMMON.map(numberField)}
      </SimpleGrid>
      <details className="more" open={isRareChosen || undefined}>
        <summary>{texts.more}</summary>
        <Stack mt="sm">
          <SimpleGrid cols={2}>
            {RARE.map(numberField)}
            {TEXTS.map((name) => (
              <TextInput
                key={name}
                label={texts.fields[name]}
                error={errors[name]}
                value={effects[name]}
                onChange={({ currentTarget: { value } }) => set(name, value)}
              />
            ))}
          </SimpleGrid>
          {SWITCHES.filter((name) => appliesTo(name, call)).map((name) => (
            <Checkbox
              key={name}
              label={texts.fields[name]}
              checked={effects[name] !== ''}
              onChange={({ currentTarget: { checked } }) => set(name, checked ? 'yes' : '')}
            />
          ))}
        </Stack>
      </details>
    </>
  )
}
