import { toRecipeSteps } from '../../src/platform/recipe'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'

const NAMES = { appId: 'APP', handsetId: 'PHONE' }
const readSteps = (id: string) => {
  const scenario = PLATFORM_SCENARIOS.find((one) => one.id === id)
  if (!scenario) throw new Error(`there is no scenario ${id}`)
  return toRecipeSteps(scenario, NAMES)
}

describe('the commands of a recipe', () => {
  test('register what the scenario registers, then set up the call', () => {
    expect(readSteps('@verify_121011_daily_limit')).toEqual([
      { method: 'PATCH', path: '/_sim/apps/APP', body: { dailyLimit: 1 } },
      { logins: 1 },
    ])
    expect(readSteps('@getToken_103911_unused_tokens')).toEqual([{ tokens: 30 }])
  })

  test.each([
    ['an app', '@verify_110027_no_contract', 'PATCH', '/_sim/apps/APP', { contract: 'unbound' }],
    ['a handset', '@getMobile_111002_wifi', 'PATCH', '/_sim/handsets/PHONE', { network: 'wifi' }],
    ['the clock', '@verify_120020_late_token', 'POST', '/_sim/clock', { advanceMs: 60_001 }],
    ['a fault', '@verify_999999_internal', 'POST', '/_sim/faults', { call: 'verify', effect: { code: '999999' } }],
  ])('change %s with the admin API', (_, id, method, path, body) => {
    expect(readSteps(id)).toEqual([{ method, path, body }])
  })

  test('exist for flow scenarios with setup steps or a second app', () => {
    expect(readSteps('@login_001_on_a_hotspot')).toEqual([
      { method: 'PATCH', path: '/_sim/handsets/PHONE', body: { network: 'wifi', hotspot: 'cm-4g' } },
    ])
    expect(readSteps('@verify_120020_foreign_token')).toMatchObject([{ method: 'POST', path: '/_sim/apps' }])
  })

  test('are empty if only the request differs', () => {
    expect(readSteps('@verify_130018_foreign_key')).toEqual([])
  })
})
