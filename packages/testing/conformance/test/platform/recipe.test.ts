import { recipeSteps } from '../../src/platform/recipe'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'

const NAMES = { appId: 'APP', handsetId: 'PHONE' }
const stepsOf = (id: string) => {
  const scenario = PLATFORM_SCENARIOS.find((one) => one.id === id)
  if (!scenario) throw new Error(`no scenario is called ${id}`)
  return recipeSteps(scenario, NAMES)
}

describe('a recipe', () => {
  test('files what its scenario files, then does what comes before the call', () => {
    expect(stepsOf('@verify_121011_daily_limit')).toEqual([
      { method: 'PATCH', path: '/_sim/apps/APP', body: { dailyLimit: 1 } },
      { logins: 1 },
    ])
    expect(stepsOf('@getToken_103911_unused_tokens')).toEqual([{ tokens: 30 }])
  })

  test.each([
    ['an app', '@verify_110027_no_contract', 'PATCH', '/_sim/apps/APP', { contract: 'unbound' }],
    ['a handset', '@getMobile_111002_wifi', 'PATCH', '/_sim/handsets/PHONE', { network: 'wifi' }],
    ['the clock', '@verify_120020_late_token', 'POST', '/_sim/clock', { advanceMs: 60_001 }],
    ['a fault', '@verify_999999_internal', 'POST', '/_sim/faults', { call: 'verify', effect: { code: '999999' } }],
  ])('changes %s by the admin API', (_, id, method, path, body) => {
    expect(stepsOf(id)).toEqual([{ method, path, body }])
  })

  test('of a story shows what is to be done first, too', () => {
    expect(stepsOf('@login_001_on_a_hotspot')).toEqual([
      { method: 'PATCH', path: '/_sim/handsets/PHONE', body: { network: 'wifi', hotspot: 'cm-4g' } },
    ])
    expect(stepsOf('@verify_120020_foreign_token')).toMatchObject([{ method: 'POST', path: '/_sim/apps' }])
  })

  test('has no command where the request makes the difference', () => {
    expect(stepsOf('@verify_130018_foreign_key')).toEqual([])
  })
})
