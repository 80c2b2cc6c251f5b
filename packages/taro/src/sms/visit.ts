// One visit of the way: what the user has typed, what runs, what went wrong. Knows neither React nor Taro.
import { createWait, getWaitMs } from '@local-number/login'
import { parseMsisdn, toMsisdnDraft } from '@local-number/protocol'
import { createStore } from 'zustand/vanilla'
import { createCaller, isAnswerLost } from '../way/caller'
import { createConsentActions } from '../way/consent-actions'
import { COMMON_PROBLEMS, type ProblemTable, readRefusal } from '../way/refusals'
import type { WayContext } from '../ways'
import { CODE_LENGTH, readCode } from './code'
import type { SmsMemory } from './memory'
import type { SmsParts, SmsProblem, SmsState, SmsVisit } from './types'

const PROBLEMS: ProblemTable<SmsProblem> = new Map([
  ...COMMON_PROBLEMS,
  ['attemptsExhausted', 'attemptsExhausted'],
  // With a captcha of the app's, it is shown below these words.
  ['captchaRequired', 'rateLimited'],
  ['captchaRefused', 'captchaRefused'],
  ['countryUnsupported', 'invalidPhone'],
  ['messageUnavailable', 'messageUnavailable'],
  ['phoneMalformed', 'invalidPhone'],
])

export function createSmsVisit(context: WayContext, { api, memory, receipt }: SmsParts): SmsVisit {
  const { session, traceId } = context
  const { sent, waits } = memory
  const caller = createCaller(context)
  const store = createStore<SmsState>(() => begin(context, memory))
  const { getState, setState } = store
  const change = (state: Partial<SmsState>) => setState({ problem: null, ...state })
  const complain = (problem: SmsProblem, state: Partial<SmsState> = {}) =>
    setState({ running: null, problem, turns: getState().turns + 1, ...state })
  const consent = createConsentActions({ traceId, memory, isAgreed: () => getState().agreed, change })
  const isFree = () => getState().running === null
  const findPhone = () => parseMsisdn(getState().phone) ?? ''
  const getWait = () => getWaitMs(waits.get(findPhone()), Date.now())
  const openCode = () => change({ running: null, step: 'code', code: '', turns: getState().turns + 1 })

  function refuse(error: unknown, state: Partial<SmsState> = {}): void {
    const problem = readRefusal(error, PROBLEMS, context)
    const wait = createWait(Object(error).retryAfterMs, Date.now())
    if (wait) waits.set(findPhone(), wait)
    if (problem) complain(problem, state)
  }

  /** Who comes back meanwhile goes on to the code's field. */
  function send(): void {
    if (sent.has(findPhone()) && getWait() > 0) openCode()
    else request()
  }

  function request(captcha?: string): void {
    const phone = findPhone()
    const known = sent.get(phone)
    change({ running: 'send', captcha: false })
    // From now on a message may be on its way, whatever is heard of it.
    sent.set(phone, known ?? { session, expiresAt: 0 })
    caller.start({
      request: { phone, consent: visit.receipt, session, ...(captcha === undefined ? {} : { captcha }) },
      send: api.send,
      expects: 'expiresInMs',
      onAnswer: ({ expiresInMs, resendAfterMs }) => {
        waits.set(phone, createWait(resendAfterMs, Date.now()))
        sent.set(phone, { session, expiresAt: Date.now() + expiresInMs })
        openCode()
      },
      onFailure: (error) => {
        if (!known && !isAnswerLost(error)) sent.delete(phone)
        const { code } = Object(error)
        refuse(error, { captcha: /^captcha/.test(code) })
        // The answer to the last request was lost: its message may have arrived.
        if (known && code === 'rateLimited' && getState().step === 'number') openCode()
      },
    })
  }

  function check(): void {
    const phone = findPhone()
    change({ running: 'check' })
    caller.start({
      request: {
        phone,
        code: getState().code,
        consent: visit.receipt,
        session: sent.get(phone)?.session ?? session,
      },
      send: api.check,
      expects: 'outcome',
      repeats: true,
      onAnswer: ({ outcome, attemptsLeft, ticket = null }) => {
        if (outcome === 'wrongCode' && attemptsLeft > 0) return complain(outcome, { code: '', attemptsLeft })
        sent.delete(phone)
        if (outcome !== 'verified') return complain('expiredCode', { code: '' })
        waits.delete(phone)
        context.finish({ phone, ticket })
      },
      onFailure: (error) => refuse(error),
    })
  }

  function submit(): void {
    const { step, code } = getState()
    if (!isFree()) return
    if (step === 'number') submitNumber()
    else if (code.length < CODE_LENGTH) complain('invalidCode')
    else consent.ask(check)
  }

  function submitNumber(): void {
    if (findPhone() === '') complain('invalidPhone')
    else consent.ask(send)
  }

  const visit: SmsVisit = {
    ...consent,
    store,
    receipt,
    submit,
    edit: (text) => {
      if (isFree()) change({ phone: toMsisdnDraft(text, getState().phone), remembered: false })
    },
    editCode: (text) => {
      const code = readCode(text)
      if (!isFree() || code === getState().code) return
      change({ code })
      if (code.length === CODE_LENGTH) submit()
    },
    resend: () => {
      if (isFree()) consent.ask(send)
    },
    prove: (proof) => {
      if (getState().captcha) request(proof)
    },
    cancelCaptcha: () => change({ captcha: false }),
    changeNumber: () => {
      caller.stop()
      change({ running: null, captcha: false, step: 'number', code: '' })
    },
    // Whoever may have a code goes on to its field at once.
    getWaitMs: () => (getState().step === 'number' && sent.has(findPhone()) ? 0 : getWait()),
    stop: () => {
      caller.stop()
      setState({ running: null, captcha: false })
    },
  }
  return visit
}

function begin({ phone, remembered, traceId }: WayContext, { sent, agreedIn }: SmsMemory): SmsState {
  const expiresAt = sent.get(parseMsisdn(phone) ?? '')?.expiresAt ?? 0
  return {
    step: expiresAt > Date.now() ? 'code' : 'number',
    phone,
    remembered,
    code: '',
    agreed: agreedIn === traceId,
    asks: false,
    running: null,
    captcha: false,
    problem: null,
    attemptsLeft: 0,
    turns: 0,
  }
}
