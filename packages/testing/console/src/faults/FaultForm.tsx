// Which call, whose, how often, and what goes wrong.
import { CALLS, type Call } from '@local-number/protocol/return-codes'
import { Button, Card, Input, SegmentedControl, Stack } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconBolt } from '@tabler/icons-react'
import { FieldErrorsProvider, useForm } from '../form/use-form'
import { ProblemNotice } from '../shell/notices'
import { useTexts } from '../texts/words'
import { type FaultDraft, mistakesOf, NEW_FAULT, requestOf } from './draft'
import { EffectFields } from './EffectFields'
import { ScopeFields } from './ScopeFields'

export function FaultForm() {
  const { faults: texts, diagram } = useTexts()
  // It outlives a look at another page.
  const [draft, setDraft] = useSessionStorage<FaultDraft>({
    key: 'local-number-console-fault',
    defaultValue: NEW_FAULT,
    getInitialValueInEffect: false,
  })
  const change = (part: Partial<FaultDraft>) => setDraft({ ...draft, ...part })
  const { ref, busy, problem, errors, submit } = useForm({
    mistakes: mistakesOf(draft),
    work: (api) => api.addFault(requestOf(draft)),
    onDone: () => setDraft({ ...NEW_FAULT, call: draft.call }),
  })
  return (
    <Card withBorder component="form" ref={ref} onSubmit={submit} noValidate className="card">
      <FieldErrorsProvider value={errors}>
        <Stack>
          <SegmentedControl
            aria-label={texts.call}
            fullWidth
            data={CALLS.map((value) => ({ value, label: diagram.calls[value] }))}
            value={draft.call}
            onChange={(call) => change({ call: call as Call })}
          />
          <ScopeFields draft={draft} onChange={change} />
          <EffectFields draft={draft} onChange={(effects) => change({ effects })} />
          {errors.effect !== undefined && (
            <Input.Error size="md" role="alert">
              {errors.effect}
            </Input.Error>
          )}
          <ProblemNotice problem={problem} />
          <Button type="submit" loading={busy} leftSection={<IconBolt size={18} aria-hidden />}>
            {texts.switchOn}
          </Button>
        </Stack>
      </FieldErrorsProvider>
    </Card>
  )
}
