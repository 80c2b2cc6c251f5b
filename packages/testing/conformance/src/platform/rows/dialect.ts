// The sister editions' vocabulary: the same causes, other codes (protocol.md §5 and §7).
import type { Row } from '../row'

/** One row per code is enough: the causes themselves are tried in the document's dialect. */
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

/** The same rows for an app that speaks the family's dialect. */
export function inFamilyDialect(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => {
    const code = FAMILY_CODES[row.id]
    return code ? [spokenAs(code, row)] : []
  })
}

function spokenAs(code: string, row: Row): Row {
  const topic = row.id.slice(row.id.indexOf('_', row.id.indexOf('_') + 1) + 1)
  return {
    ...row,
    id: `@family_${code}_${topic}`,
    source: `protocol.md §${row.call === 'verify' ? 5 : 7}`,
    basis: 'inferred',
    code,
    when: { zh: `${row.when.zh}、应用使用姊妹版返回码`, en: `${row.when.en}, to an app of the family's dialect` },
    filed: { ...row.filed, codes: 'family' },
  }
}
