// The results as TAP 14 (testanything.org): what is not applicable is skipped, failures carry their reason as YAML.
import type { Result } from '../run'
import { basisOf } from '../scenario'
import type { Language } from '../texts'
import { OPTION_FOR } from './needed'

/** @returns the whole document, ending in a newline */
export function tapReport(results: readonly Result[], language: Language): string {
  const points = results.flatMap((result, index) => testPoint(result, { number: index + 1, language }))
  return `${['TAP version 14', `1..${results.length}`, ...points].join('\n')}\n`
}

function testPoint(result: Result, { number, language }: { number: number; language: Language }): readonly string[] {
  const line = `ok ${number} - ${escaped(`${result.id} ${result.title[language]}`)}`
  if (result.status === 'passed') return [line]
  if (result.status === 'notApplicable') return [`${line} # SKIP not applicable: needs ${OPTION_FOR[result.lacks]}`]
  return [
    `not ${line}`,
    '  ---',
    `  message: ${JSON.stringify(result.reason)}`,
    `  source: ${JSON.stringify(result.source)}`,
    `  basis: ${basisOf(result)}`,
    '  ...',
  ]
}

/** A `#` would begin a directive. */
function escaped(description: string): string {
  return description.replace(/[\\#]/g, (mark) => `\\${mark}`)
}
