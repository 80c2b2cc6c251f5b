import { formatJUnit } from '../../src/report/junit'
import { ONE_OF_EACH } from '../support/results'

const xml = formatJUnit(ONE_OF_EACH, { suite: 'platform', language: 'en' })

describe('the JUnit report', () => {
  test('is one suite with one case per scenario', () => {
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/)
    expect(xml).toContain('<testsuite name="conformance of a platform" tests="3" failures="1" errors="0" skipped="1">')
    expect(xml.match(/<testcase /g)).toHaveLength(3)
  })

  test('contains id, title, source, and duration in seconds of each scenario', () => {
    expect(xml).toContain('classname="conformance.platform" name="@first_000 rule #1 \\ one" time="1.234"')
    expect(xml).toContain('<property name="source" value="S appendix 130018"/>')
    expect(xml).toContain('<property name="basis" value="documented"/>')
  })

  test('contains why a scenario failed, or why it was not applicable', () => {
    expect(xml).toContain('<failure message="expected &quot;000&quot;: &lt;came 001>" type="Unmet"/>')
    expect(xml).toMatch(/<skipped\/>\s*<system-out><!\[CDATA\[not applicable: needs --control\]\]><\/system-out>/)
  })
})
