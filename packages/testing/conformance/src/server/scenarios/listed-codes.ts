// What every code that the platform may answer is taken for (protocol.md §5 and §7).
import type { VerifyOutcome } from '@local-number/protocol'
import { ALL_RETURN_CODES } from '@local-number/protocol/return-codes'
import { must } from '../../must'
import { newMsisdn } from '../../platform/made-up'
import { Login } from '../login'
import { outcomeOf } from '../outcome'
import { echoing } from '../relay'
import { watchedScenario } from '../scenario'
import type { ServerScenarios } from './types'

/** Everything else says nothing of the number. */
const VERDICTS: Readonly<Record<string, VerifyOutcome>> = { '000': 'verified', '001': 'notThisNumber' }

/** Of every call: an interface in front of the platform may answer in the wrong one's words. */
const CODES = [...new Set([...Object.keys(VERDICTS), ...ALL_RETURN_CODES.map(({ code }) => code)])]

export const listedCodeScenarios: ServerScenarios = [
  watchedScenario(
    {
      id: '@server_answer_listed_codes',
      title: {
        zh: '文档列出的返回码里，只有 000 是 verified，只有 001 是 notThisNumber，code 原样给出',
        en: 'of all listed codes none but 000 is verified, none but 001 is notThisNumber, and each is told as code',
      },
      source: 'protocol.md §5',
    },
    async (subject, relay) => {
      const phone = await subject.newPhone()
      for (const resultCode of CODES) {
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.fault({ say: (call) => echoing(call, resultCode) })
        // Numbers are counted, too: each code has one of its own.
        const { outcome, code } = outcomeOf(await login.verify({ phone: newMsisdn() }))
        const expected = VERDICTS[resultCode] ?? 'unavailable'
        must(outcome === expected, `the platform's ${resultCode} must be ${expected}, and was ${String(outcome)}`)
        must(code === resultCode, `the platform's ${resultCode} must be told as the code`)
      }
    },
  ),
]
