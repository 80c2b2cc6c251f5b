// The whole platform suite against our simulator, over HTTP.
import type { Call } from '@local-number/protocol/return-codes'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { type Result, runScenarios } from '../../src/run'
import { openSimulated, simulatorForAll } from '../support/simulated'

const simulator = simulatorForAll()

/** What the simulator saw of one scenario: the cause of each answer, by call and code. */
type Seen = ReadonlySet<string>
const nameOf = (call: Call, code: string, cause: string | null) => `${call} ${code} ${cause ?? '-'}`

let results: readonly Result[]
const seenBy = new Map<string, Seen>()

beforeAll(async () => {
  let lastSeq = -1
  const { subject, has } = await openSimulated(simulator())
  const onResult = ({ id }: Result) => {
    const exchanges = simulator()
      .traces(200)
      .flatMap((trace) => trace.exchanges)
      .filter(({ seq }) => seq > lastSeq)
    lastSeq = Math.max(lastSeq, ...exchanges.map(({ seq }) => seq))
    const names = exchanges.flatMap(({ call, answer }) =>
      answer ? [nameOf(call, answer.innerCode, answer.cause), nameOf(call, answer.outerCode, answer.cause)] : [],
    )
    seenBy.set(id, new Set(names))
  }
  results = await runScenarios(PLATFORM_SCENARIOS, subject, { has, onResult })
}, 180_000)

describe('the simulator', () => {
  test('passes every scenario', () => {
    expect(results.filter(({ status }) => status !== 'passed')).toEqual([])
    expect(results).toHaveLength(PLATFORM_SCENARIOS.length)
  })

  /** What only the document, the user or the phone knows: the platform gives the code and no cause, or a wider one. */
  const NOT_THE_PLATFORMS_TO_TELL: Readonly<Record<string, string | null>> = {
    '@login_001_other_number': null,
    '@login_001_data_on_other_sim': null,
    '@login_001_on_a_hotspot': null,
    '@getMobile_999999_internal': null,
    '@getToken_999999_internal': null,
    '@verify_999999_internal': null,
    '@getToken_0_no_network': null,
    '@family_999_internal': null,
    // A wrong signature of a filed key is all that shows: of which text, nobody can guess.
    '@verify_130018_changed_phone_num': null,
    '@sign_130018_another_attempt': null,
    // Whether a production page came here by mistake does not show.
    '@testLine_130010_production_page': 'testPhoneNumMissing',
    '@testLine_500_without_phone_num': 'testPhoneNumMissing',
    '@getMobile_500_hides_the_code': 'appIdUnknown',
  }
  const withCause = PLATFORM_SCENARIOS.filter(({ cause }) => cause !== undefined)

  test.each(withCause)('sees the cause of $id that the scenario names', ({ id, call, code, cause = null }) => {
    const expected = id in NOT_THE_PLATFORMS_TO_TELL ? NOT_THE_PLATFORMS_TO_TELL[id] : cause
    expect([...(seenBy.get(id) ?? [])]).toContain(nameOf(call, code, expected ?? null))
  })

  test('has everything taken away again', async () => {
    const response = await fetch(`${simulator().adminOrigin}/_sim/state`)
    const state = (await response.json()) as {
      apps: { appId: string }[]
      handsets: { id: string }[]
      faults: unknown[]
    }
    expect(state.apps.map(({ appId }) => appId)).toEqual(['300011877495'])
    expect(state.handsets.filter(({ id }) => id.startsWith('conformance'))).toEqual([])
    expect(state).toMatchObject({ faults: [], clock: { offsetMs: 0 } })
  })
})
