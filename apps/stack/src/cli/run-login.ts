// Runs one login without a browser, from consent to its end: every step with its time, and the result as data.
import { createLogin, type LoginState } from '@local-number/login'
import { maskMsisdn } from '@local-number/protocol'
import type { WayChoice } from './options'
import { createLoginConfig, createPhonePorts, type LoginTarget } from './phone'

export interface LoginSummary {
  readonly way: WayChoice
  readonly outcome: 'verified' | 'notThisNumber' | 'fallback'
  readonly reason: string | null
  readonly code: string | null
  readonly attemptsLeft: number | null
  readonly traceId: string
  /** Masked. */
  readonly phone: string
  /** Milliseconds from consent to the end. */
  readonly ms: number
}

/** @param phone a valid number, as the user types it */
export function runLogin(phone: string, target: LoginTarget, print: (line: string) => void): Promise<LoginSummary> {
  const began = performance.now()
  return new Promise((resolve) => {
    let hasEnded = false
    const onStep = (step: string, ms: number) => {
      // Steps that were aborted with the login end later and are not printed.
      if (!hasEnded) print(`  ${step.padEnd(8)} ${ms.toFixed(1).padStart(8)} ms`)
    }
    const login = createLogin(createLoginConfig(target), createPhonePorts(target, onStep), ({ from, to, ms }) => {
      print(`${from} → ${to} ${ms} ms`)
      const state = login.store.getState()
      const end = findEnd(state)
      if (end) {
        hasEnded = true
        disconnect()
        const { attemptsLeft, traceId } = state
        const ms = Math.round(performance.now() - began)
        resolve({ way: 'sim', ...end, attemptsLeft, traceId, phone: maskMsisdn(phone), ms })
      } else if (state.name === 'phoneEntry') {
        login.actions.edit(phone)
        login.actions.submit()
      }
    })
    const disconnect = login.connect()
    login.actions.agree()
  })
}

function findEnd(state: LoginState): Pick<LoginSummary, 'outcome' | 'reason' | 'code'> | null {
  if (state.name === 'verified') return { outcome: 'verified', reason: null, code: null }
  if (state.name === 'fallback') return { outcome: 'fallback', reason: state.reason, code: state.code }
  const isWrong = state.name === 'phoneEntry' && state.problem === 'notThisNumber'
  return isWrong ? { outcome: 'notThisNumber', reason: null, code: null } : null
}
