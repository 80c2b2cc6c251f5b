// Which clients and servers may use the app, on which lines.
import type { AppEdition, AppView, Scenario } from '@local-number/simulator-contract'
import { Checkbox, Fieldset, Group, Textarea } from '@mantine/core'
import { useTexts } from '../texts/words'
import type { AppFieldsProps } from './draft'

const SCENARIOS: readonly Scenario[] = ['miniProgram', 'h5']
const EDITIONS: readonly AppEdition[] = ['image', 'httpsMiniProgram', 'httpsH5']
const LINES: readonly AppView['lines'][number][] = ['production', 'test']

export function AccessFields({ fields }: AppFieldsProps) {
  const { apps: texts, diagram } = useTexts()
  const { limitsAddresses, ipWhiteList } = fields.values
  return (
    <Fieldset legend={texts.groups.access}>
      <Checkbox.Group label={texts.scenarios} {...fields.getInputProps('scenarios')}>
        <Group>
          {SCENARIOS.map((value) => (
            <Checkbox key={value} value={value} label={texts.scenarioNames[value]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group label={texts.editions} {...fields.getInputProps('editions')}>
        <Group>
          {EDITIONS.map((value) => (
            <Checkbox key={value} value={value} label={texts.editionNames[value]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group label={texts.lines} {...fields.getInputProps('lines')}>
        <Group>
          {LINES.map((value) => (
            <Checkbox key={value} value={value} label={diagram.lines[value]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={texts.wxappids}
        description={texts.wxappidsHint}
        autosize
        {...fields.getInputProps('wxappids')}
      />
      <Textarea label={texts.origins} description={texts.originsHint} autosize {...fields.getInputProps('origins')} />
      <Checkbox label={texts.devTools} {...fields.getInputProps('devTools', { type: 'checkbox' })} />
      <Checkbox label={texts.limitAddresses} {...fields.getInputProps('limitsAddresses', { type: 'checkbox' })} />
      {limitsAddresses && (
        <Textarea
          label={texts.ipWhiteList}
          description={ipWhiteList.trim() === '' ? texts.noAddressHint : texts.ipWhiteListHint}
          autosize
          {...fields.getInputProps('ipWhiteList')}
        />
      )}
    </Fieldset>
  )
}
