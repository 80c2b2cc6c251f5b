// A platform that breaks a rule fails in the scenarios of that rule, and in no other.
import type { PlatformScenario } from '../../src/platform/row'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import type { FiledApp } from '../fixtures/platform/breaking'
import { BROKEN_PLATFORMS } from '../fixtures/platform/broken-platforms'
import { startBrokenPlatform } from '../fixtures/platform/start'
import { failuresOf } from '../support/failing'
import { shareOf } from '../support/share'
import { openSimulatedFast, simulatorForAll } from '../support/simulated'

const simulator = simulatorForAll()

/** The scenarios that a rule runs through, but for those of the test line: it has an address of its own. */
const all = (which: (scenario: PlatformScenario) => boolean) =>
  PLATFORM_SCENARIOS.filter((scenario) => !scenario.id.startsWith('@testLine_') && which(scenario)).map(({ id }) => id)

const ECHOES = PLATFORM_SCENARIOS.map(({ id }) => id).filter((id) => id.endsWith('_echoes_ids'))

const FAILS: Record<keyof typeof BROKEN_PLATFORMS, readonly string[]> = {
  'says yes to everything': [
    ...all(({ call, code }) => call === 'verify' && code !== '000'),
    '@testLine_120020_token_of_the_test_line',
    '@login_000_sim_changed_on_the_way',
    '@verify_000_after_a_refused_signature',
    '@verify_000_the_next_day',
    '@login_000_phone_num_on_production',
  ],
  'takes any number for the own one': [
    '@login_001_other_number',
    '@login_001_data_on_other_sim',
    '@login_001_on_a_hotspot',
    '@login_000_sim_changed_on_the_way',
    '@login_000_phone_num_on_production',
    '@verify_001_echoes_ids',
    '@verify_120020_after_001',
    '@verify_121011_counts_wrong_numbers',
  ],
  'forgets to echo msgId': ECHOES.filter((id) => id.startsWith('@verify_')),
  'ignores the white list': ['@verify_110004_other_address', '@family_124_other_address'],
  'speaks one dialect only': all(({ id, call }) => call === 'verify' && id.startsWith('@family_')),
  'decrypts before it verifies': ['@verify_130018_before_decryption'],
  'answers failed images with 200': ['@getMobile_500_hides_the_code'],
  'answers failed images with an image': all(
    // Without a network there is no answer to be wrong.
    ({ call, code }) => call === 'getMobile' && !['000000', '0'].includes(code),
  ),
  'believes MSISDN headers': [
    '@getMobile_111002_msisdn_headers_are_not_believed',
    '@login_000_msisdn_headers_are_not_believed',
  ],
  'does not compare userInformation': ['@verify_120020_no_user_information', '@verify_120020_damaged_user_information'],
  'lets a token be spent again': [
    '@verify_120020_reused_token',
    '@token_120020_one_of_twenty',
    '@family_606_reused_token',
  ],
  'gives the token of an image again': ['@getToken_130030_not_taken', '@getToken_130030_exchanged_before'],
  'takes an exchanged msgId': ['@getToken_130030_exchanged_before'],
  'checks the signature before the count': ['@verify_121011_before_the_signature'],
  'spends no token with a no': ['@verify_120020_after_001'],
  'counts no wrong numbers': ['@verify_121011_counts_wrong_numbers'],
  'echoes ids with a yes only': ECHOES.filter((id) => !/_000(?:000)?_/.test(id)),
  'takes phoneNum on the production line': [
    '@getMobile_111002_phone_num_on_production',
    '@login_000_phone_num_on_production',
  ],
  'believes a number in the query': ['@getMobile_111002_msisdn_headers_are_not_believed'],
  'answers with an image of no bytes': ['@getMobile_000000_image_decodes'],
  'repeats phoneNum': ['@answers_hold_no_number'],
  'opens 128 bytes and no more': [
    '@verify_000_blocks_of_1024_bits',
    '@verify_000_key_of_2048_bits',
    '@verify_000_blocks_of_2048_bits',
  ],
  'forgives no token': ['@getToken_000000_ten_minutes_later', '@getToken_000000_thirty_used_tokens'],
  'lets nobody past a white list': ['@verify_110004_listed_address_is_let_in'],
  'takes the keys of every app': ['@sign_130018_key_of_another_app'],
  'forgets no key': ['@sign_130018_withdrawn_key'],
  'knows MD5withRSA only': all(({ id }) => id.includes('_filed_')),
}

async function filedApps(): Promise<readonly FiledApp[]> {
  const response = await fetch(`${simulator().adminOrigin}/_sim/state`)
  const { apps } = (await response.json()) as { readonly apps: readonly FiledApp[] }
  return apps
}

test.each(Object.entries(BROKEN_PLATFORMS))(
  'one that %s',
  async (name, broken) => {
    const { address, stop } = await startBrokenPlatform(broken(filedApps), simulator().origin)
    try {
      const { subject, has } = await openSimulatedFast(simulator(), address)
      const failures = Object.keys(await failuresOf(shareOf(PLATFORM_SCENARIOS, FAILS, name), subject, has))
      expect(failures.sort()).toEqual([...FAILS[name as keyof typeof FAILS]].sort())
    } finally {
      await stop()
    }
  },
  180_000,
)
