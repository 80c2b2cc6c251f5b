// One visit of the way: what WeChat's button has reported, what runs, what went wrong. Knows neither React nor Taro.
import { createStore } from 'zustand/vanilla'
import { createCaller } from '../way/caller'
import { createConsentActions } from '../way/consent-actions'
import { type ProblemTable, readRefusal } from '../way/refusals'
import type { WayContext } from '../ways'
import type { WechatParts, WechatProblem, WechatReport, WechatState, WechatVisit } from './types'

const PROBLEMS: ProblemTable<WechatProblem> = { countryUnsupported: 'countryUnsupported', rateLimited: 'rateLimited' }

/** The quota that the mini-program has bought is used up. */
const NO_QUOTA = 1400001
/** The user has denied WeChat's privacy pop-up. */
const PRIVACY_DENIED = 104

export function createWechatVisit(context: WayContext, { api, memory, receipt }: WechatParts): WechatVisit {
  const { session, traceId } = context
  const caller = createCaller(context)
  const store = createStore<WechatState>(() => ({
    agreed: memory.agreedIn === traceId,
    asks: false,
    running: false,
    problem: null,
    problems: 0,
  }))
  const { getState, setState } = store
  const change = (state: Partial<WechatState>) => setState({ problem: null, ...state })
  const complain = (problem: WechatProblem) => {
    if (problem === 'noQuota') memory.noQuota = true
    setState({ running: false, problem, problems: getState().problems + 1 })
  }
  const consent = createConsentActions({ traceId, memory, isAgreed: () => getState().agreed, change })

  function exchange(code: string): void {
    change({ running: true })
    caller.start({
      request: { code, consent: visit.receipt, session },
      send: api.exchange,
      expects: 'outcome',
      onAnswer: ({ outcome, phone = '', ticket = null }) => {
        if (outcome === 'verified') context.finish({ phone, ticket })
        else complain(outcome)
      },
      onFailure: (error) => {
        const problem = readRefusal(error, PROBLEMS, context)
        if (problem) complain(problem)
      },
    })
  }

  const visit: WechatVisit = {
    ...consent,
    store,
    receipt,
    // With consent, WeChat's button works by itself.
    press: () => consent.ask(() => {}),
    report: ({ code, errno, errMsg = '' }: WechatReport) => {
      if (!getState().agreed || getState().running) return
      if (code) exchange(code)
      else if (errno === NO_QUOTA) complain('noQuota')
      else if (errno === PRIVACY_DENIED || /deny|cancel/.test(errMsg)) complain('denied')
      else context.fail('misconfigured', String(errno ?? 'getPhoneNumber'))
    },
    stop: () => {
      caller.stop()
      setState({ running: false })
    },
  }
  return visit
}
