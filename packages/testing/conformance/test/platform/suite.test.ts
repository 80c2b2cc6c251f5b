// The whole platform suite against our simulator, over HTTP.
import type { Call } from '@local-number/protocol/return-codes'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { type Result, runScenarios } from '../../src/run'
import { openSimulator, useSimulator } from '../support/simulator'

const simulator = useSimulator()

/** The answers of the simulator to one scenario, each as call, code and cause. */
type Answers = ReadonlySet<string>
/** More logins than any scenario makes. */
const MAX_LOGINS = 50

const toAnswer = (call: Call, code: string, cause: string | null) => `${call} ${code} ${cause ?? '-'}`

let results: readonly Result[]
const answersById = new Map<string, Answers>()

beforeAll(async () => {
  let lastSeq = -1
  const { subject, has } = await openSimulator(simulator())
  const onResult = ({ id }: Result) => {
    const exchanges = simulator()
      .traces(MAX_LOGINS)
      .flatMap((trace) => trace.exchanges)
      .filter(({ seq }) => seq > lastSeq)
    lastSeq = Math.max(lastSeq, ...exchanges.map(({ seq }) => seq))
    const names = exchanges.flatMap(({ call, answer }) =>
      answer ? [toAnswer(call, answer.innerCode, answer.cause), toAnswer(call, answer.outerCode, answer.cause)] : [],
    )
    answersById.set(id, new Set(names))
  }
  results = await runScenarios(PLATFORM_SCENARIOS, subject, { has, onResult })
}, 180_000)

describe('our simulator', () => {
  test('passes every scenario', () => {
    expect(results.filter(({ status }) => status !== 'passed')).toEqual([])
    expect(results).toHaveLength(PLATFORM_SCENARIOS.length)
  })

  /** Causes that the platform cannot know: it answers with the code and no cause, or with a more general one. */
  const OTHER_CAUSES: Readonly<Record<string, string | null>> = {
    '@login_001_other_number': null,
    '@login_001_data_on_other_sim': null,
    '@login_001_on_a_hotspot': null,
    '@getMobile_999999_internal': null,
    '@getToken_999999_internal': null,
    '@verify_999999_internal': null,
    '@getToken_0_no_network': null,
    '@family_999_internal': null,
    '@https_001_other_number': null,
    '@httpsGetMobile_103211_internal': null,
    '@httpsGetMobile_0_no_network': null,
    '@httpsGetMobile_0_beside_wifi_without_mobile_data': null,
    // A wrong appKey leaves no trace in an MD5, nor does a field that was changed afterwards.
    '@httpsGetMobile_103101_other_app_key': null,
    '@httpsGetMobile_103101_changed_msg_id': null,
    '@httpsGetMobile_103101_changed_trace_id': null,
    // The platform sees only that the signature is wrong, not which text was signed.
    '@verify_130018_changed_phone_num': null,
    '@sign_130018_another_attempt': null,
    // The platform cannot know that a production page calls the test line.
    '@testLine_130010_production_page': 'testPhoneNumMissing',
    '@testLine_500_without_phone_num': 'testPhoneNumMissing',
    '@getMobile_500_hides_the_code': 'appIdUnknown',
  }
  const withCause = PLATFORM_SCENARIOS.filter(({ cause }) => cause !== undefined)

  test.each(withCause)('answers $id with the cause that the scenario names', ({ id, call, code, cause = null }) => {
    const expected = id in OTHER_CAUSES ? OTHER_CAUSES[id] : cause
    expect([...(answersById.get(id) ?? [])]).toContain(toAnswer(call, code, expected ?? null))
  })

  test('has no apps, handsets or faults of the suite afterwards', async () => {
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
