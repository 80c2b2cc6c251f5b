// Which clients and servers may use the app, on which lines.

import type { AppView, Scenario } from '@local-number/simulator-contract'
import { Checkbox, Fieldset, Group, Textarea } from '@mantine/core'
import { useFieldErrors } from '../form/use-form'
import { useTexts } from '../texts/words'
import type { AppFieldsProps } from './draft'

const SCENARIOS: readonly Scenario[] = ['miniProgram', 'h5']
const LINES: readonly AppView['lines'][number][] = ['production', 'test']

export function AccessFields({ draft, onChange }: AppFieldsProps) {
  const { apps: texts, diagram } = useTexts()
  const errors = useFieldErrors()
  return (
    <Fieldset legend={texts.groups.access}>
      <Checkbox.Group
        label={texts.scenarios}
        value={[...draft.scenarios]}
        onChange={(scenarios) => onChange({ scenarios: scenarios as Scenario[] })}
      >
        <Group>
          {SCENARIOS.map((value) => (
            <Checkbox key={value} value={value} label={texts.scenarioNames[value]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group
        label={texts.lines}
        value={[...draft.lines]}
        onChange={(lines) => onChange({ lines: lines as AppView['lines'] })}
      >
        <Group>
          {LINES.map((value) => (
            <Checkbox key={value} value={value} label={diagram.lines[value]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={texts.wxappids}
        description={texts.wxappidsHint}
        error={errors.wxappids}
        autosize
        value={draft.wxappids}
        onChange={({ currentTarget: { value } }) => onChange({ wxappids: value })}
      />
      <Checkbox
        label={texts.devTools}
        checked={draft.devTools}
        onChange={({ currentTarget: { checked } }) => onChange({ devTools: checked })}
      />
      <Checkbox
        label={texts.limitAddresses}
        checked={draft.limitsAddresses}
        onChange={({ currentTarget: { checked } }) => onChange({ limitsAddresses: checked })}
      />
      {draft.limitsAddresses && (
        <Textarea
          label={texts.ipWhiteList}
          description={draft.ipWhiteList.trim() === '' ? texts.nobodyHint : texts.ipWhiteListHint}
          error={errors.ipWhiteList}
          autosize
          value={draft.ipWhiteList}
          onChange={({ currentTarget: { value } }) => onChange({ ipWhiteList: value })}
        />
      )}
    </Fieldset>
  )
}
