// The results as JUnit XML, as CI servers read it.
import builder from 'junit-report-builder'
import type { Result } from '../run'
import { basisOf } from '../scenario'
import type { SuiteName } from '../suite'
import type { Language } from '../texts'
import { OPTION_FOR } from './needed'

/** @returns the whole document */
export function junitReport(results: readonly Result[], of: { suite: SuiteName; language: Language }): string {
  const report = builder.newBuilder()
  const suite = report.testSuite().name(`conformance of a ${of.suite}`)
  for (const result of results) {
    const testCase = suite
      .testCase()
      .className(`conformance.${of.suite}`)
      .name(`${result.id} ${result.title[of.language]}`)
      .property('source', result.source)
      .property('basis', basisOf(result))
      .time(result.ms / 1000)
    if (result.status === 'notApplicable')
      testCase.skipped().standardOutput(`not applicable: needs ${OPTION_FOR[result.lacks]}`)
    if (result.status === 'failed') testCase.failure(result.reason, 'Unmet')
  }
  return report.build()
}
