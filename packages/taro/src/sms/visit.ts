// One visit of the way: what the user has typed, what runs, what went wrong. Knows neither React nor Taro.
import { createWait, getWaitMs } from '@local-number/login'
import { parseMsisdn, toMsisdnDraft } from '@local-number/protocol'
import { createStore } from 'zustand/vanilla'
import { createCaller, isAnswerLost } from '../way/caller'
import { createConsentActions } from '../way/consent-actions'
import { type ProblemTable, readRefusal } from '../way/refusals'
import type { WayContext } from '../ways'
import { warnAboutCaptcha } from './captcha-check'
import { CODE_LENGTH, readCode } from './code'
import type { SmsMemory } from './memory'
import type { SmsParts, SmsProblem, SmsState, SmsVisit } from './types'

const PROBLEMS: ProblemTable<SmsProblem> = {
  attemptsExhausted: 'attemptsExhausted',
  captchaRefused: 'captchaRefused',
  // Without a captcha, nothing more is sent until the day is over.
  captchaRequired: 'dailyLimit',
  countryUnsupported: 'invalidPhone',
  messageUnavailable: 'messageUnavailable',
  phoneMalformed: 'invalidPhone',
  rateLimited: 'rateLimited',
}

export function createSmsVisit(
  context: WayContext,
  { api, memory, receipt, readDevice, hasCaptcha }: SmsParts,
): SmsVisit {
  const { session, traceId } = context
  const { sent, waits } = memory
  const caller = createCaller(context)
  const store = createStore<SmsState>(() => begin(context, memory))
  const { getState, setState } = store
  const change = (state: Partial<SmsState>) => setState({ problem: null, captcha: false, ...state })
  const complain = (problem: SmsProblem | null, state: Partial<SmsState> = {}) =>
    setState({ running: null, problem, turns: getState().turns + 1, ...state })
  const consent = createConsentActions({ traceId, memory, isAgreed: () => getState().agreed, change })
  const isFree = () => getState().running === null
  const findPhone = () => parseMsisdn(getState().phone) || ''
  const getWait = () => getWaitMs(waits.get(findPhone()), Date.now())
  const createFacts = (its: string) => {
    return { phone: findPhone(), consent: visit.receipt, session: its, device: readDevice?.() }
  }
  const openCode = () => change({ running: null, step: 'code', code: '', turns: getState().turns + 1 })

  function refuse(error: unknown): void {
    const problem = readRefusal(error, PROBLEMS, context)
    const { code, retryAfterMs } = Object(error)
    const captcha = hasCaptcha && /^captcha/.test(code)
    const wait = createWait(retryAfterMs, Date.now())
    if (process.env.NODE_ENV !== 'production' && !hasCaptcha) warnAboutCaptcha(code)
    // Who solves it need not wait.
    if (wait && !captcha) waits.set(findPhone(), wait)
    // Nothing is wrong with who is asked for the first time.
    if (problem) complain(captcha && problem === 'dailyLimit' ? null : problem, { captcha })
  }

  /** Who comes back meanwhile goes on to the code's field. */
  function send(): void {
    if (sent.has(findPhone()) && getWait() > 0) openCode()
    else request()
  }

  function request(captcha?: string): void {
    const phone = findPhone()
    const known = sent.get(phone)
    change({ running: 'send' })
    // From now on a message may be on its way, whatever is heard of it.
    sent.set(phone, known || { session, expiresAt: 0 })
    caller.start({
      request: { ...createFacts(session), captcha },
      send: api.send,
      expects: 'expiresInMs',
      onAnswer: ({ expiresInMs, resendAfterMs }) => {
        waits.set(phone, createWait(resendAfterMs, Date.now()))
        sent.set(phone, { session, expiresAt: Date.now() + expiresInMs })
        openCode()
      },
      onFailure: (error) => {
        if (!known && !isAnswerLost(error)) sent.delete(phone)
        refuse(error)
        const { problem, step } = getState()
        // The answer to the last request was lost: its message may have arrived.
        if (known && problem === 'rateLimited' && step === 'number') openCode()
      },
    })
  }

  function check(): void {
    const phone = findPhone()
    change({ running: 'check' })
    caller.start({
      request: { ...createFacts((sent.get(phone) || { session }).session), code: getState().code },
      send: api.check,
      expects: 'outcome',
      repeats: true,
      onAnswer: ({ outcome, attemptsLeft, ticket = null }) => {
        const canGuess = outcome === 'wrongCode' && attemptsLeft > 0
        if (!canGuess) sent.delete(phone)
        if (outcome === 'verified') context.finish({ phone, ticket })
        else complain(canGuess ? outcome : 'expiredCode', { code: '', attemptsLeft })
      },
      onFailure: refuse,
    })
  }

  function submit(): void {
    const { step, code } = getState()
    const atCode = step === 'code'
    if (!isFree()) return
    if (atCode ? code.length < CODE_LENGTH : !findPhone()) complain(atCode ? 'invalidCode' : 'invalidPhone')
    else consent.ask(atCode ? check : send)
  }

  const visit: SmsVisit = {
    ...consent,
    store,
    receipt,
    submit,
    edit: (text) => {
      if (!isFree()) return
      change({ phone: toMsisdnDraft(text, getState().phone), remembered: false })
      context.edit(text)
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
    cancelCaptcha: () => change({}),
    changeNumber: () => {
      visit.stop()
      change({ step: 'number', code: '' })
    },
    // Whoever may have a code goes on to its field at once.
    getWaitMs: () => (getState().step === 'number' && sent.has(findPhone()) ? 0 : getWait()),
    stop: () => {
      caller.stop()
      change({ running: null })
    },
  }
  return visit
}

function begin({ phone, remembered, traceId }: WayContext, { sent, agreedIn }: SmsMemory): SmsState {
  const { expiresAt = 0 } = sent.get(parseMsisdn(phone) || '') || {}
  return {
    step: expiresAt > Date.now() ? 'code' : 'number',
    phone,
    remembered,
    code: '',
    agreed: agreedIn === traceId,
    asks: false,
    running: null,
    problem: null,
    captcha: false,
    attemptsLeft: 0,
    turns: 0,
  }
}
