// Which call, of which handset, how often, and what goes wrong.
import { FAULT_CALLS } from '@local-number/simulator-contract'
import { Button, Card, Input, SegmentedControl, Stack } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconBolt } from '@tabler/icons-react'
import { toErrorText } from '../form/ErrorText'
import { useSimulatorForm } from '../form/use-simulator-form'
import { ProblemNotice } from '../shell/notices'
import { useTexts } from '../texts/words'
import { FAULT_RULES, type FaultDraft, hasEffect, NEW_FAULT, toFaultRequest } from './draft'
import { EffectFields } from './EffectFields'
import { ScopeFields } from './ScopeFields'

export function FaultForm() {
  const texts = useTexts()
  // Kept while another page is shown.
  const [draft, setDraft] = useSessionStorage<FaultDraft>({
    key: 'local-number-console-fault-draft',
    defaultValue: NEW_FAULT,
    getInitialValueInEffect: false,
  })
  const { ref, submit, fields, busy, problem, start } = useSimulatorForm({
    initialDraft: draft,
    rules: FAULT_RULES,
    send: (api, sent) => api.addFault(toFaultRequest(sent)),
    onDone: () => start({ ...NEW_FAULT, call: draft.call }),
    onChange: setDraft,
  })
  const { call, effect } = fields.values
  return (
    <Card withBorder component="form" ref={ref} onSubmit={submit} noValidate className="card">
      <Stack>
        <SegmentedControl
          aria-label={texts.faults.call}
          fullWidth
          withItemsBorders={false}
          classNames={{ root: 'calls', control: 'calls-item' }}
          data={FAULT_CALLS.map((value) => ({ value, label: texts.diagram.calls[value] }))}
          {...fields.getInputProps('call', { withError: false })}
        />
        <ScopeFields fields={fields} />
        <EffectFields fields={fields} />
        {fields.errors.effect !== undefined && !hasEffect(call, effect) && (
          <Input.Error size="md" role="alert">
            {toErrorText(fields.errors.effect)}
          </Input.Error>
        )}
        <ProblemNotice problem={problem} />
        <Button type="submit" loading={busy} leftSection={<IconBolt size={18} aria-hidden />}>
          {texts.faults.switchOn}
        </Button>
      </Stack>
    </Card>
  )
}
