// A field for every effect that the chosen call can have; the rare ones are folded away.
import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { NumberField } from '../form/NumberField'
import { useTexts } from '../texts/words'
import { CodeField } from './CodeField'
import { appliesTo, isChosen, LONGEST_MS, STATUSES } from './draft'
import type { FaultFieldsProps } from './ScopeFields'

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
const MESSAGE_SWITCHES = ['lost', 'duplicated', 'refused'] as const

export function EffectFields({ fields }: FaultFieldsProps) {
  const { faults: texts } = useTexts()
  const { call, effect } = fields.values
  const toNumberField = ({ name, ...range }: NumberRange) => (
    <NumberField key={name} label={texts.fields[name]} {...range} {...fields.getInputProps(`effect.${name}`)} />
  )
  const toCheckbox = (name: (typeof SWITCHES | typeof MESSAGE_SWITCHES)[number]) => (
    <Checkbox key={name} label={texts.fields[name]} {...fields.getInputProps(`effect.${name}`, { type: 'checkbox' })} />
  )
  if (call === 'textMessage') {
    return (
      <Stack>
        {COMMON.filter(({ name }) => appliesTo(name, call)).map(toNumberField)}
        {MESSAGE_SWITCHES.map(toCheckbox)}
      </Stack>
    )
  }
  const isRareChosen = RARE_NAMES.some((name) => isChosen(effect[name]))
  return (
    <>
      <SimpleGrid cols={2}>
        <CodeField call={call} {...fields.getInputProps('effect.code')} />
        <NativeSelect
          label={texts.fields.drop}
          data={[
            { value: '', label: texts.drops.none },
            { value: 'request', label: texts.drops.request },
            { value: 'answer', label: texts.drops.answer },
          ]}
          {...fields.getInputProps('effect.drop')}
        />
        {COMMON.map(toNumberField)}
      </SimpleGrid>
      <details className="more" open={isRareChosen || undefined}>
        <summary>{texts.more}</summary>
        <Stack mt="sm">
          <SimpleGrid cols={2}>
            {RARE.map(toNumberField)}
            {TEXTS.map((name) => (
              <TextInput key={name} label={texts.fields[name]} {...fields.getInputProps(`effect.${name}`)} />
            ))}
          </SimpleGrid>
          {SWITCHES.filter((name) => appliesTo(name, call)).map(toCheckbox)}
        </Stack>
      </details>
    </>
  )
}
