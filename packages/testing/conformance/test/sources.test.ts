// Every rule names its source: the carrier's document, the collected facts, or a heading of our guides.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getBasis } from '../src/scenario'
import { SUITES } from '../src/suites'

const CARRIER_SOURCE = /^(?:S (?:\d[\d.-]*(?: step \d+)?|FAQ \d|appendix \d+)|protocol\.md §[1-9])$/
const OURS = /^(docs\/en\/[a-z-]+\.md) "(.+)"$/

const scenarios = Object.values(SUITES).flatMap((suite) => suite.scenarios)
const sources = [...new Set(scenarios.map(({ source }) => source))]

test.each(sources.filter((source) => !CARRIER_SOURCE.test(source)))(
  'the source %s is a heading of a guide',
  (source) => {
    const [, file = '', heading] = OURS.exec(source) ?? []
    expect(readFileSync(join(__dirname, '../../../..', file), 'utf8')).toMatch(new RegExp(`^#+ ${heading}$`, 'm'))
  },
)

test('rules that only our guides contain have the basis ours', () => {
  const claimed = scenarios.filter((scenario) => OURS.test(scenario.source) && getBasis(scenario) !== 'ours')
  expect(claimed.map(({ id }) => id)).toEqual([])
})

test('nothing that is only assumed is demanded of a platform that is no simulator', () => {
  const demanded = scenarios.filter(
    (scenario) => getBasis(scenario) === 'assumed' && !scenario.needs?.includes('control'),
  )
  expect(demanded.map(({ id }) => id)).toEqual([])
})

test('there are rules of every basis', () => {
  expect(new Set(scenarios.map(getBasis))).toEqual(new Set(['documented', 'inferred', 'assumed', 'ours']))
})
