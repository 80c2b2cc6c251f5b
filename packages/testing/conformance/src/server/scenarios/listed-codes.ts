// The outcome of every code that the platform may answer (protocol.md §5 and §7).
import type { VerifyOutcome } from '@local-number/protocol'
import { ALL_RETURN_CODES, RETURN_CODES } from '@local-number/protocol/return-codes'
import { must } from '../../must'
import { newMsisdn } from '../../platform/made-up'
import { Login } from '../login'
import { outcomeOf } from '../outcome'
import { echoing } from '../relay'
import { watchedScenario } from '../scenario'
import type { ServerScenarios } from './types'

/** All other codes are `unavailable`. */
const OUTCOMES: ReadonlyMap<string, VerifyOutcome> = new Map(
  RETURN_CODES.verify.map(({ code, outcome }) => [code, outcome]),
)

/** Codes of all calls: a component in front of the platform may answer with those of another call. */
const CODES = [...new Set(ALL_RETURN_CODES.map(({ code }) => code))]

export const listedCodeScenarios: ServerScenarios = [
  watchedScenario(
    {
      id: '@server_answer_listed_codes',
      title: {
        zh: '文档列出的每个返回码得到对应的 outcome，code 原样给出',
        en: 'every listed return code has its documented outcome and is passed on as code',
      },
      source: 'protocol.md §5',
    },
    async (subject, relay) => {
      const phone = await subject.newPhone()
      for (const resultCode of CODES) {
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.fault({ say: (call) => echoing(call, resultCode) })
        // Checks are counted by number: each code gets a new one.
        const { outcome, code } = outcomeOf(await login.verify({ phone: newMsisdn() }))
        const expected = OUTCOMES.get(resultCode) ?? 'unavailable'
        must(
          outcome === expected,
          `the platform's ${resultCode} must give the outcome ${expected}, not ${String(outcome)}`,
        )
        must(code === resultCode, `the platform's ${resultCode} must be passed on as code`)
      }
    },
  ),
]
