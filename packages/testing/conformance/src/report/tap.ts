// The results as TAP 14 (testanything.org). Scenarios that are not applicable are skipped; failures have YAML details.

import type { Language } from '../localized'
import type { Result } from '../run'
import { getBasis } from '../scenario'
import { NEED_OPTIONS } from './need-options'

/** Formats the results as a TAP document, with a newline at its end. */
export function formatTap(results: readonly Result[], language: Language): string {
  const points = results.flatMap((result, index) => formatTestPoint(result, { number: index + 1, language }))
  return `${['TAP version 14', `1..${results.length}`, ...points].join('\n')}\n`
}

function formatTestPoint(
  result: Result,
  { number, language }: { number: number; language: Language },
): readonly string[] {
  const line = `ok ${number} - ${escapeDescription(`${result.id} ${result.title[language]}`)}`
  if (result.status === 'passed') return [line]
  if (result.status === 'notApplicable') return [`${line} # SKIP not applicable: needs ${NEED_OPTIONS[result.lacks]}`]
  return [
    `not ${line}`,
    '  ---',
    `  message: ${JSON.stringify(result.reason)}`,
    `  source: ${JSON.stringify(result.source)}`,
    `  basis: ${getBasis(result)}`,
    '  ...',
  ]
}

/** An unescaped `#` starts a directive. */
function escapeDescription(description: string): string {
  return description.replace(/[\\#]/g, (mark) => `\\${mark}`)
}
