// The results as a table for a terminal.
import Table from 'cli-table3'
import type { Result } from '../run'
import type { Language, Localized } from '../texts'
import { OPTION_FOR } from './needed'
import { sourceOf } from './source'

const HEAD: Record<Language, readonly [string, string, string, string]> = {
  zh: ['', '场景', '规则', '依据'],
  en: ['', 'scenario', 'rule', 'source'],
}

/** In the order of the table: what somebody has to read stands last, where a terminal stops. */
const MARKS: Record<Result['status'], Localized> = {
  notApplicable: { zh: '不适用', en: 'not applicable' },
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'FAILED' },
}

const ORDER = Object.keys(MARKS)

const NEEDS: Localized = { zh: '需要', en: 'needs' }

const PLAIN = { head: [], border: [] }

/**
 * @param columns how many characters fit into a line; a table that is wider has a scenario's cells beneath each other.
 *   Default: any number of them
 * @returns the table without colours, so that it is the same in a file
 */
export function tableReport(
  results: readonly Result[],
  language: Language,
  columns = Number.POSITIVE_INFINITY,
): string {
  const ordered = [...results].sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status))
  const rows = ordered.map((result) => ({
    mark: MARKS[result.status][language],
    facts: [result.id, ruleOf(result, language), sourceOf(result, language)],
  }))
  const wide = new Table({ head: [...HEAD[language]], style: { ...PLAIN, compact: true } })
  wide.push(...rows.map(({ mark, facts }) => [mark, ...facts]))
  const table = wide.toString()
  if (table.indexOf('\n') <= columns) return table

  const narrow = new Table({ colWidths: [null, columns - BESIDE_THE_FACTS], wordWrap: true, style: PLAIN })
  narrow.push(...rows.map(({ mark, facts }) => [mark, facts.join('\n')]))
  return narrow.toString()
}

/** The widest mark, with a blank on either side of it, and the three lines around two columns. */
const BESIDE_THE_FACTS = ' not applicable '.length + 3

function ruleOf(result: Result, language: Language): string {
  const title = result.title[language]
  if (result.status === 'failed') return `${title}\n→ ${result.reason}`
  if (result.status === 'notApplicable') return `${title}\n→ ${NEEDS[language]} ${OPTION_FOR[result.lacks]}`
  return title
}
