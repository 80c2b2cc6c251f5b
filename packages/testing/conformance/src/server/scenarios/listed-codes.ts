// The outcome of every code that the platform may answer (protocol.md §5 and §7).
import type { VerifyOutcome } from '@local-number/protocol'
import { ALL_RETURN_CODES, RETURN_CODES } from '@local-number/protocol/return-codes'
import { assert } from '../../assertions'
import { createMsisdn } from '../../platform/random-values'
import { Login } from '../login'
import { readOutcome } from '../outcome'
import { echoCode } from '../relay'
import { createRelayScenario } from '../scenario'
import type { ServerScenarios } from './types'

/** All other codes are `unavailable`. */
const OUTCOMES: ReadonlyMap<string, VerifyOutcome> = new Map(
  RETURN_CODES.verify.map(({ code, outcome }) => [code, outcome]),
)

/** Codes of all calls: a component in front of the platform may answer with those of another call. */
const CODES = [...new Set(ALL_RETURN_CODES.map(({ code }) => code))]

export const listedCodeScenarios: ServerScenarios = [
  createRelayScenario(
    {
      id: '@server_answer_listed_codes',
      title: {
        zh: '文档列出的每个返回码得到对应的 outcome，code 原样给出',
        en: 'every listed return code has its documented outcome and is passed on as code',
      },
      source: 'protocol.md §5',
    },
    async (subject, relay) => {
      const phone = await subject.addPhone()
      for (const resultCode of CODES) {
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.setFault({ answer: (call) => echoCode(call, resultCode) })
        // Checks are counted by number: each code gets a new one.
        const { outcome, code } = readOutcome(await login.verify({ phone: createMsisdn() }))
        const expected = OUTCOMES.get(resultCode) ?? 'unavailable'
        assert(
          outcome === expected,
          `the platform's ${resultCode} must give the outcome ${expected}, not ${String(outcome)}`,
        )
        assert(code === resultCode, `the platform's ${resultCode} must be passed on as code`)
      }
    },
  ),
]
