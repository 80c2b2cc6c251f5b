// The family's dialect: the same causes with other codes (protocol.md §5 and §7).
import type { CallScenario } from '../call-scenario'

/** One scenario per code is enough: scenarios in the document's dialect test the causes. */
const FAMILY_CODES: Readonly<Record<string, string>> = {
  '@getMobile_111002_wifi': '103111',
  '@getMobile_111002_unicom': '103111',
  '@getMobile_111002_data_only_sim': '105002',
  '@verify_110004_other_address': '124',
  '@verify_120020_reused_token': '606',
  '@verify_121011_daily_limit': '102315',
  '@verify_130010_no_sign': '102',
  '@verify_130016_foreign_key': '004',
  '@verify_130018_foreign_key': '302',
  '@verify_130030_timestamp': '102',
  '@verify_999999_other_app_key': '004',
  '@verify_999999_internal': '999',
}

/** Returns the same scenarios for an app with the family's dialect. */
export function toFamilyDialect(scenarios: readonly CallScenario[]): readonly CallScenario[] {
  return scenarios.flatMap((scenario) => {
    const code = FAMILY_CODES[scenario.id]
    return code ? [toFamilyScenario(code, scenario)] : []
  })
}

function toFamilyScenario(code: string, scenario: CallScenario): CallScenario {
  const topic = scenario.id.slice(scenario.id.indexOf('_', scenario.id.indexOf('_') + 1) + 1)
  return {
    ...scenario,
    id: `@family_${code}_${topic}`,
    source: `protocol.md §${scenario.call === 'verify' ? 5 : 7}`,
    basis: 'inferred',
    code,
    when: { zh: `${scenario.when.zh}、应用使用姊妹版返回码`, en: `${scenario.when.en}, in the family's dialect` },
    registration: { ...scenario.registration, codes: 'family' },
  }
}
