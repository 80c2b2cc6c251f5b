// One login from consent to its end, without a browser: every step with its time, and the outcome as data.
import { createLogin, type LoginState } from '@local-number/login'
import { maskMsisdn } from '@local-number/protocol'
import { loginConfig, phonePorts, type Surroundings } from './phone'

export interface LoginSummary {
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

/** @param phone a valid number: what the user would type */
export function runLogin(
  phone: string,
  surroundings: Surroundings,
  print: (line: string) => void,
): Promise<LoginSummary> {
  const began = performance.now()
  return new Promise((resolve) => {
    let over = false
    const timed = (step: string, ms: number) => {
      // What was aborted with the login still comes to its end, but nobody asks any more.
      if (!over) print(`  ${step.padEnd(8)} ${ms.toFixed(1).padStart(8)} ms`)
    }
    const login = createLogin(loginConfig(surroundings), phonePorts(surroundings, timed), ({ from, to, ms }) => {
      print(`${from} → ${to} ${ms} ms`)
      const state = login.store.getState()
      const end = endOf(state)
      if (end) {
        over = true
        disconnect()
        const { attemptsLeft, traceId } = state
        resolve({ ...end, attemptsLeft, traceId, phone: maskMsisdn(phone), ms: Math.round(performance.now() - began) })
      } else if (state.name === 'phoneEntry') {
        login.actions.edit(phone)
        login.actions.submit()
      }
    })
    const disconnect = login.connect()
    login.actions.agree()
  })
}

function endOf(state: LoginState): Pick<LoginSummary, 'outcome' | 'reason' | 'code'> | null {
  if (state.name === 'verified') return { outcome: 'verified', reason: null, code: null }
  if (state.name === 'fallback') return { outcome: 'fallback', reason: state.reason, code: state.code }
  const wrong = state.name === 'phoneEntry' && state.problem === 'notThisNumber'
  return wrong ? { outcome: 'notThisNumber', reason: null, code: null } : null
}
