// Contract, balance, dates and limits.
import type { AppView } from '@local-number/simulator-contract'
import { Checkbox, Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { NumberField } from '../form/NumberField'
import { useTexts } from '../texts/words'
import type { AppFieldsProps } from './draft'

const CONTRACTS: readonly AppView['contract'][] = ['bound', 'unbound']

const PERIODS: readonly AppView['dailyLimitPeriod'][] = ['calendarDay', 'last24Hours']

export function RightsFields({ fields }: AppFieldsProps) {
  const { apps: texts } = useTexts()
  return (
    <Fieldset legend={texts.groups.rights}>
      <Checkbox label={texts.capability} {...fields.getInputProps('capability', { type: 'checkbox' })} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={texts.contract}
          data={CONTRACTS.map((value) => ({ value, label: texts.contracts[value] }))}
          {...fields.getInputProps('contract')}
        />
        <NumberField label={texts.dailyLimit} min={0} required {...fields.getInputProps('dailyLimit')} />
        <NativeSelect
          label={texts.dailyLimitPeriod}
          data={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
          {...fields.getInputProps('dailyLimitPeriod')}
        />
        <NumberField label={texts.tokenLifetime} min={1} required {...fields.getInputProps('tokenLifetimeMs')} />
        <NumberField
          label={texts.balance}
          description={texts.balanceHint}
          min={0}
          {...fields.getInputProps('balance')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="datetime-local"
          step={1}
          label={texts.effectiveAt}
          description={texts.effectiveHint}
          {...fields.getInputProps('effectiveAt')}
        />
        <TextInput
          type="datetime-local"
          step={1}
          label={texts.expiresAt}
          description={texts.expiryHint}
          {...fields.getInputProps('expiresAt')}
        />
      </SimpleGrid>
    </Fieldset>
  )
}
