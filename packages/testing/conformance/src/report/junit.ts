// The results as JUnit XML, for CI servers.
import builder from 'junit-report-builder'
import type { Language } from '../localized'
import type { Result } from '../run'
import { getBasis } from '../scenario'
import type { SuiteName } from '../suite'
import { NEED_OPTIONS } from './need-options'

/** Formats the results as a JUnit document with one test suite. */
export function formatJUnit(
  results: readonly Result[],
  run: { readonly suite: SuiteName; readonly language: Language },
): string {
  const report = builder.newBuilder()
  const suite = report.testSuite().name(`conformance of a ${run.suite}`)
  for (const result of results) {
    const testCase = suite
      .testCase()
      .className(`conformance.${run.suite}`)
      .name(`${result.id} ${result.title[run.language]}`)
      .property('source', result.source)
      .property('basis', getBasis(result))
      .time(result.ms / 1000)
    if (result.status === 'notApplicable')
      testCase.skipped().standardOutput(`not applicable: needs ${NEED_OPTIONS[result.lacks]}`)
    if (result.status === 'failed') testCase.failure(result.reason, 'Unmet')
  }
  return report.build()
}
