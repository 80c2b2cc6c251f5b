// Every rule names where it is written: the carrier's document, the protocol's facts, or a heading of a guide of ours.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { basisOf } from '../src/scenario'
import { SUITES } from '../src/suites'

const SEEN = /^(?:S (?:\d[\d.-]*(?: step \d+)?|FAQ \d|appendix \d+)|protocol\.md §[1-8])$/
const OURS = /^(docs\/en\/[a-z]+\.md) "(.+)"$/

const scenarios = Object.values(SUITES).flatMap((suite) => suite.scenarios)
const sources = [...new Set(scenarios.map(({ source }) => source))]

test.each(sources.filter((source) => !SEEN.test(source)))('%s is a heading of a guide', (source) => {
  const [, file = '', heading] = OURS.exec(source) ?? []
  expect(readFileSync(join(__dirname, '../../../..', file), 'utf8')).toMatch(new RegExp(`^#+ ${heading}$`, 'm'))
})

test('what is written in our guides alone is ours', () => {
  const claimed = scenarios.filter((scenario) => OURS.test(scenario.source) && basisOf(scenario) !== 'ours')
  expect(claimed.map(({ id }) => id)).toEqual([])
})

test('there is something of each kind', () => {
  expect(new Set(scenarios.map(basisOf))).toEqual(new Set(['documented', 'inferred', 'ours']))
})
