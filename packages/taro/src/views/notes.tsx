// The screens without a field: a headline, what to do, and the buttons.
import { type FallbackReason, REASONS, type RetryTarget, type StateOf } from '@local-number/login'
import { maskMsisdn } from '@local-number/protocol'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import type { ProgressStep, Texts } from '../texts'
import { FOCUSABLE, toAria } from './aria'
import { CopyButton } from './copy-button'
import { Exits } from './exits'
import { Press } from './press'
import type { Screen } from './screen'
import { describeWait } from './wait'

interface NoteProps {
  readonly mark?: 'good' | 'bad' | 'spinner' | null
  readonly title: string
  readonly advice?: readonly string[]
  /** Changes each second. */
  readonly wait?: string
  readonly children?: ReactNode
}

function Note({ mark = null, title, advice = [], wait, children }: NoteProps) {
  const id = useId()
  return (
    <View className="lnl-view lnl-centered">
      {mark && <View className={mark === 'spinner' ? 'lnl-spinner' : `lnl-mark lnl-mark-${mark}`} />}
      <View className="lnl-headline" {...FOCUSABLE} {...toAria({ role: 'heading', level: 2, describedby: id })}>
        {title}
      </View>
      <View id={id} className="lnl-advice">
        {/* A timer is not announced. */}
        {wait && <View {...toAria({ role: 'timer' })}>{wait}</View>}
        {advice.map((line) => line && <View key={line}>{line}</View>)}
      </View>
      {children}
    </View>
  )
}

export function Progress({ screen, step }: { readonly screen: Screen; readonly step: ProgressStep }) {
  return (
    <View className="lnl-view lnl-centered lnl-late">
      <View className="lnl-spinner" />
      <View className="lnl-progress-text" {...FOCUSABLE}>
        {screen.texts.progress[step]}
      </View>
      <Exits screen={screen} own={step === 'openingSession'} />
    </View>
  )
}

export function TurnWifiOff({ screen }: { readonly screen: Screen }) {
  const { texts, login } = screen
  return (
    <Note mark="spinner" title={texts.turnWifiOff.title} advice={[texts.turnWifiOff.advice]}>
      <Press className="lnl-button" onPress={login.retry}>
        {texts.retryNow}
      </Press>
      <Exits screen={screen} />
    </Note>
  )
}

export function VerifiedNote({ screen }: { readonly screen: Screen<StateOf<'verified'>> }) {
  return (
    <Note mark="good" title={screen.texts.verified}>
      <Text className="lnl-number">{maskMsisdn(screen.state.phone)}</Text>
    </Note>
  )
}

export function SessionFailedNote({ screen }: { readonly screen: Screen<StateOf<'sessionFailed'>> }) {
  const { texts, login, state } = screen
  return (
    <Note mark="bad" title={texts.sessionFailed.title} advice={[state.message ?? texts.sessionFailed.advice]}>
      <Press className="lnl-button" onPress={login.retry}>
        {texts.retryNow}
      </Press>
      <Press className="lnl-button-quiet" onPress={login.reset}>
        {texts.restart}
      </Press>
      <Exits screen={screen} own />
      <Reference screen={screen} code={null} />
    </Note>
  )
}

/** What the reason offers, in its order: {@link REASONS}. */
export function FallbackNote({ screen }: { readonly screen: Screen<StateOf<'fallback'>> }) {
  const { props, texts, login, state, ways, waitSeconds } = screen
  const { reason, code, retryTo, wait } = state
  const chosen = reason === 'userChoice'
  const waysFirst = ways.length > 0 && (wait !== null || REASONS[reason].first === 'otherWay')
  const back = retryTo && findLabel(texts, reason, retryTo)
  const retry = back ? [{ label: back, press: login.retry }] : []
  const list = ways.map(({ id, label }) => ({ label, press: () => login.chooseWay(id) }))
  const actions = waysFirst ? [...list, ...retry] : [...retry, ...list]
  if (actions.length === 0 && !props.onCancel) actions.push({ label: texts.restart, press: login.reset })
  return (
    <Note mark={chosen ? null : 'bad'} {...findWords(screen, waysFirst && !chosen)}>
      {actions.map(({ label, press }, at) => (
        <Press
          key={label}
          className={
            at === 0 ? 'lnl-button' : chosen && label === back ? 'lnl-button-quiet' : 'lnl-button lnl-button-plain'
          }
          onPress={press}
          disabled={press === login.retry && waitSeconds > 0}
        >
          {label}
        </Press>
      ))}
      <Exits screen={screen} own />
      {/* The app's own code may say more about the user than the user is to read. */}
      {!chosen && <Reference screen={screen} code={reason === 'loginRefused' ? null : code} />}
    </Note>
  )
}

/** Of the button that goes back. */
function findLabel({ retry, phone }: Texts, reason: FallbackReason, retryTo: RetryTarget): string {
  // Who chose another way while waiting has not failed: nothing is to be tried again.
  if (reason === 'userChoice' && retryTo === 'checkingNetwork') return retry.consent
  if (reason === 'loginRefused' && retryTo === 'phoneEntry') return phone.another
  // The network that the app refused may be any, and who has set the clock has been told to try again.
  return retry[reason === 'networkRefused' || reason === 'clockWrong' ? 'checkingNetwork' : retryTo]
}

function findWords(
  { props, texts, state, waitSeconds }: Screen<StateOf<'fallback'>>,
  otherWayIsBetter: boolean,
): Omit<NoteProps, 'mark'> {
  const { reason, wait } = state
  const { title, advice } = (props.openType === '0' && texts.anyCarrier[reason]) || texts.reasons[reason]
  // The other ways are directly below. They need words only where there are no others.
  if (wait) return { title, wait: describeWait(texts, waitSeconds) }
  return {
    title,
    advice: [advice || (otherWayIsBetter ? texts.useOtherWay : '')],
  }
}

/** An operator finds the login by the first characters of its trace id. */
const REFERENCE_LENGTH = 8

function Reference({ screen, code }: { readonly screen: Screen; readonly code: string | null }) {
  const id = screen.state.traceId.slice(0, REFERENCE_LENGTH)
  const reference = [id, code].filter(Boolean).join(' · ')
  return (
    <View className="lnl-reference">
      {/* A user can read out a number. A word of the program says nothing to them, and is copied only. */}
      <Text selectable>{`${screen.texts.reference} ${/^\d+$/.test(code ?? '') ? reference : id}`}</Text>
      <CopyButton className="lnl-copy" text={reference} />
    </View>
  )
}
