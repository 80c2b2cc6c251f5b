// The view of the present state: the app's own slot, or the built-in one.
import type { LoginState } from '@local-number/login'
import { formatMsisdn, maskMsisdn } from '@local-number/protocol'
import { type ReactNode, useContext } from 'react'
import { Entry } from './entry'
import { createExits } from './exits'
import { FallbackNote, Progress, SessionFailedNote, TurnWifiOff, VerifiedNote } from './notes'
import { OtherWayView } from './other-way'
import { OwnConsent } from './own-consent'
import { type EntryState, hasField, isBusy, type Screen } from './screen'
import { SurroundingsContext } from './surroundings'

/** The screen, knowing which state it is in. */
function at<S extends LoginState>(screen: Screen, _state: S): Screen<S> {
  return screen as Screen<S>
}

export function Step({ screen }: { readonly screen: Screen }): ReactNode {
  const { props, login, state, ways, waitSeconds } = screen
  const { cancel } = createExits(screen)
  switch (state.name) {
    case 'awaitingCellular': {
      const view = { retry: login.retry, ...createExits(screen) }
      return props.renderTurnWifiOff ? props.renderTurnWifiOff(view) : <TurnWifiOff screen={screen} />
    }
    case 'verified': {
      const { phone, way } = state
      const view = { phone, masked: maskMsisdn(phone), way }
      return props.renderVerified ? props.renderVerified(view) : <VerifiedNote screen={at(screen, state)} />
    }
    case 'sessionFailed':
      return <SessionFailedNote screen={at(screen, state)} />
    case 'otherWay':
      return <OtherWayView key={state.visit} screen={at(screen, state)} />
    case 'fallback': {
      const { reason, phone, code, traceId, retryTo } = state
      const { chooseWay } = login
      const retry = retryTo && !waitSeconds ? login.retry : null
      const controls = { code, traceId, retry, waitSeconds, ways, chooseWay, cancel }
      return props.renderFallback ? (
        props.renderFallback(reason, phone, controls)
      ) : (
        <FallbackNote screen={at(screen, state)} />
      )
    }
    default:
      return <EntryOrProgress screen={at(screen, state)} />
  }
}

function EntryOrProgress({ screen }: { readonly screen: Screen<EntryState> }): ReactNode {
  const { props, login, state } = screen
  const { terms, openTerms } = useContext(SurroundingsContext)
  const { name, agreed, phone, remembered, attemptsLeft } = state
  const step = name === 'consent' || name === 'phoneEntry' ? null : name
  const exits = createExits(screen)
  const consent = { agreed, setAgreed: login.setAgreed, terms, openTerms }
  if (step && props.renderProgress) return props.renderProgress(step, exits.leave ?? (() => undefined))
  if (hasField(state, props.flow)) {
    const problem = 'problem' in state ? state.problem : null
    const { edit, submit } = login
    const view = { phone, display: formatMsisdn(phone), remembered, problem, attemptsLeft, step, edit, submit }
    return props.renderPhoneEntry ? (
      props.renderPhoneEntry({ ...view, ...consent, ...exits })
    ) : (
      <Entry key="entry" screen={screen} />
    )
  }
  if (step) return <Progress screen={screen} step={step} />
  return props.renderConsent ? (
    <OwnConsent view={{ ...consent, agree: login.agree, ...exits }} render={props.renderConsent} />
  ) : (
    <Entry key="consent" screen={screen} />
  )
}

/** What a screen reader says of a change that moves no focus. In a browser, notes get the focus. */
export function findAnnouncement({ state, texts, props, waitSeconds }: Screen): string {
  if (state.name === 'verified') return `${texts.verified} ${maskMsisdn(state.phone)}`
  if (state.name in texts.progress && isBusy(state)) return texts.progress[state.name as keyof typeof texts.progress]
  // Not the seconds: nobody wants to hear each of them.
  if (state.name === 'fallback' && state.wait && !waitSeconds && !props.renderFallback) return texts.wait.over
  if (process.env.TARO_ENV === 'h5') return ''
  if (state.name === 'awaitingCellular') return `${texts.turnWifiOff.title} ${texts.turnWifiOff.advice}`
  if (state.name === 'fallback' && !props.renderFallback) {
    const { title, advice } = texts.reasons[state.reason]
    return `${title} ${advice}`
  }
  return ''
}
