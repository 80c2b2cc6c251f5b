// The results as a table for a terminal.
import Table from 'cli-table3'
import type { Language, Localized } from '../localized'
import type { Result } from '../run'
import { NEED_OPTIONS } from './need-options'
import { formatSource } from './source'

const HEAD: Record<Language, readonly [string, string, string, string]> = {
  zh: ['', '场景', '规则', '依据'],
  en: ['', 'scenario', 'rule', 'source'],
}

/** In the order of the table: what the user must read is last, where a terminal stops. */
const MARKS: Record<Result['status'], Localized> = {
  notApplicable: { zh: '不适用', en: 'not applicable' },
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'FAILED' },
}

const ORDER = Object.keys(MARKS)

const NEEDS: Localized = { zh: '需要', en: 'needs' }

const PLAIN = { head: [], border: [] }

/**
 * Formats the results as a table without colors, failures last.
 *
 * @param columns characters per line. If the table is wider, the cells of a scenario are below each other.
 *   Unlimited by default
 */
export function formatTable(
  results: readonly Result[],
  language: Language,
  columns = Number.POSITIVE_INFINITY,
): string {
  const ordered = [...results].sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status))
  const rows = ordered.map((result) => ({
    mark: MARKS[result.status][language],
    facts: [result.id, formatRule(result, language), formatSource(result, language)],
  }))
  const wide = new Table({ head: [...HEAD[language]], style: { ...PLAIN, compact: true } })
  wide.push(...rows.map(({ mark, facts }) => [mark, ...facts]))
  const table = wide.toString()
  if (table.indexOf('\n') <= columns) return table

  const narrow = new Table({ colWidths: [null, columns - CHARACTERS_BESIDE_FACTS], wordWrap: true, style: PLAIN })
  narrow.push(...rows.map(({ mark, facts }) => [mark, facts.join('\n')]))
  return narrow.toString()
}

/** Characters beside the facts: the widest mark with a space on both sides, and three lines around two columns. */
const CHARACTERS_BESIDE_FACTS = ' not applicable '.length + 3

function formatRule(result: Result, language: Language): string {
  const title = result.title[language]
  if (result.status === 'failed') return `${title}\n→ ${result.reason}`
  if (result.status === 'notApplicable') return `${title}\n→ ${NEEDS[language]} ${NEED_OPTIONS[result.lacks]}`
  return title
}
