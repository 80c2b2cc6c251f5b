// Contract, balance, dates and limits.

import type { AppView } from '@local-number/simulator-contract'
import { Checkbox, Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { NumberField } from '../form/NumberField'
import { useFieldErrors } from '../form/use-form'
import { useTexts } from '../texts/words'
import type { AppFieldsProps } from './draft'

const CONTRACTS: readonly AppView['contract'][] = ['bound', 'unbound']

export function RightsFields({ draft, onChange }: AppFieldsProps) {
  const { apps: texts } = useTexts()
  const errors = useFieldErrors()
  return (
    <Fieldset legend={texts.groups.rights}>
      <Checkbox
        label={texts.capability}
        checked={draft.capability}
        onChange={({ currentTarget: { checked } }) => onChange({ capability: checked })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={texts.contract}
          data={CONTRACTS.map((value) => ({ value, label: texts.contracts[value] }))}
          value={draft.contract}
          onChange={({ currentTarget: { value } }) => onChange({ contract: value as AppView['contract'] })}
        />
        <NumberField
          label={texts.dailyLimit}
          min={0}
          required
          error={errors.dailyLimit}
          value={draft.dailyLimit}
          onChange={(dailyLimit) => onChange({ dailyLimit })}
        />
        <NumberField
          label={texts.tokenLifetime}
          min={1}
          required
          error={errors.tokenLifetimeMs}
          value={draft.tokenLifetimeMs}
          onChange={(tokenLifetimeMs) => onChange({ tokenLifetimeMs })}
        />
        <NumberField
          label={texts.balance}
          description={texts.balanceHint}
          min={0}
          error={errors.balance}
          value={draft.balance}
          onChange={(balance) => onChange({ balance })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="datetime-local"
          step={1}
          label={texts.effectiveAt}
          error={errors.effectiveAt}
          description={texts.effectiveHint}
          value={draft.effectiveAt}
          onChange={({ currentTarget: { value } }) => onChange({ effectiveAt: value })}
        />
        <TextInput
          type="datetime-local"
          step={1}
          label={texts.expiresAt}
          error={errors.expiresAt}
          description={texts.expiryHint}
          value={draft.expiresAt}
          onChange={({ currentTarget: { value } }) => onChange({ expiresAt: value })}
        />
      </SimpleGrid>
    </Fieldset>
  )
}
