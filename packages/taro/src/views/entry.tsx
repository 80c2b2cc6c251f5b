// Consent and phone entry: one after the other, or on one screen. The button asks for what is missing.
import type { EntryProblem } from '@local-number/login'
import { parseMsisdn } from '@local-number/protocol'
import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import { fill } from '../texts'
import { AgreeDialog } from './agree-dialog'
import { ConsentBox } from './consent-box'
import { Exits } from './exits'
import { useFieldFocus } from './focus'
import { PhoneField } from './phone-field'
import { ProblemLine } from './problem-line'
import { type EntryState, hasField, isBusy, type Screen } from './screen'
import { SubmitButton } from './submit-button'

export function Entry({ screen }: { readonly screen: Screen<EntryState> }) {
  const { props, login, texts, state } = screen
  const { phone, remembered, agreed } = state
  const id = useId()
  const [presses, setPresses] = useState(0)
  const [dialog, setDialog] = useState<'open' | 'declined' | null>(null)
  const field = hasField(state, props.flow)
  const busy = isBusy(state)
  const problem = findProblem(state, dialog === 'declined')
  const wrong = problem === 'invalidPhone' || problem === 'notThisNumber'
  const goOn = field ? login.submit : login.agree
  const press = () => {
    setPresses(presses + 1)
    if (!agreed && (!field || parseMsisdn(phone) !== null)) setDialog('open')
    else goOn()
  }
  const agree = () => {
    setDialog(null)
    login.setAgreed(true)
    goOn()
  }
  useFieldFocus(id, wrong ? presses : 0)
  const focusKey = state.name === 'consent' && !wrong ? 0 : state.visit + presses
  // Consent alone has no field.
  const message = (
    <ProblemLine id={id} times={presses}>
      {problem && describeProblem(problem, screen)}
    </ProblemLine>
  )
  return (
    <View className={problem === 'consentMissing' ? 'lnl-view lnl-asks' : 'lnl-view'}>
      {field && (
        <PhoneField
          {...{ phone, remembered, wrong, busy, focusKey, submit: press, edit: login.edit, describedBy: id }}
        />
      )}
      {field && message}
      <SubmitButton busy={busy} onPress={press}>
        {findLabel(screen)}
      </SubmitButton>
      {(!field || !agreed || props.flow === 'oneScreen') && (
        <ConsentBox agreed={agreed} onChange={(ticked) => busy || login.setAgreed(ticked)} />
      )}
      {!field && message}
      <Exits screen={screen} own={state.name === 'openingSession'} />
      {dialog === 'open' && <AgreeDialog texts={texts} onAgree={agree} onClose={() => setDialog('declined')} />}
    </View>
  )
}

const findProblem = (state: EntryState, declined: boolean): EntryProblem | null =>
  ('problem' in state ? state.problem : null) ?? (declined && !state.agreed ? 'consentMissing' : null)

function describeProblem(problem: EntryProblem, { texts, state }: Screen): string {
  const { attemptsLeft } = state
  if (problem !== 'notThisNumber' || attemptsLeft === null) return texts.problems[problem]
  return attemptsLeft === 1 ? texts.notThisNumberLastTry : fill(texts.notThisNumberTries, { n: attemptsLeft })
}

function findLabel({ texts, state, props }: Screen<EntryState>): string {
  if (state.name === 'consent' || (state.name === 'phoneEntry' && props.flow === 'oneScreen')) return texts.agree
  return state.name === 'phoneEntry' ? texts.phone.submit : texts.progress[state.name]
}
