// A client SDK that breaks a rule fails in exactly the scenarios of that rule.
import type { WxLike } from '@local-number/jssdk/miniprogram'
import { clientScenarios } from '../../src/client'
import { BROKEN_CALLS } from '../fixtures/client/broken-calls'
import { BROKEN_CLIENTS } from '../fixtures/client/broken-clients'
import { BROKEN_GUESTS } from '../fixtures/client/broken-guests'
import { failuresOf } from '../support/failing'
import { hearRejections } from './real-process'

hearRejections()

const BROKEN = { ...BROKEN_CLIENTS, ...BROKEN_CALLS, ...BROKEN_GUESTS }

const FAILS: Readonly<Record<keyof typeof BROKEN, readonly string[]>> = {
  'new ids at getTokenInfo': [
    '@sdk_ids_image_first',
    '@sdk_ids_sign_first',
    '@sdk_ids_kept_while_waiting',
    '@sdk_sign_again',
    '@sdk_image_again',
    '@sdk_late_answer_keeps_next_attempt',
  ],
  'ids once per page': ['@sdk_ids_new_attempt', '@sdk_ids_random'],
  'new ids at a second getSign': ['@sdk_sign_again'],
  'new ids at a second getImgSrc': ['@sdk_image_again'],
  'ids that a late answer forgets': ['@sdk_late_answer_keeps_next_attempt'],
  'ids for ten seconds': ['@sdk_ids_kept_while_waiting'],
  'an expandParams half encoded': ['@sdk_expand_params_special'],
  'a new timestamp at every call': ['@sdk_ids_kept_while_waiting', '@sdk_late_answer_keeps_next_attempt'],
  'the timestamp in UTC': ['@sdk_timestamp_local', '@sdk_user_information_recorded'],
  'a msgId of 16': [
    '@sdk_presign_shape',
    '@sdk_presign_order',
    '@sdk_ids_image_first',
    '@sdk_ids_sign_first',
    '@sdk_ids_kept_while_waiting',
    '@sdk_sign_again',
    '@sdk_image_again',
    '@sdk_late_answer_keeps_next_attempt',
    '@sdk_callback_throws',
  ],
  'pre-sign parts swapped': ['@sdk_presign_order'],
  'a letter that fills the ids': ['@sdk_ids_random'],
  'the image over https': ['@sdk_image_address', '@sdk_test_line', '@sdk_production_line'],
  'no wxappid': ['@sdk_image_parameters', '@sdk_wxappid', '@sdk_token_fields'],
  'always openType 1': ['@sdk_image_open_type'],
  'callType forgotten': [
    '@sdk_image_parameters',
    '@sdk_image_expand_params',
    '@sdk_expand_params_special',
    '@sdk_no_undefined',
  ],
  'expandParams not encoded': ['@sdk_image_expand_params', '@sdk_expand_params_special'],
  'undefined behind callType': ['@sdk_no_undefined'],
  'userInformation not encoded': ['@sdk_user_information_encoded'],
  'a fingerprint of the model alone': ['@sdk_user_information_recorded'],
  'test line by any isTest': ['@sdk_production_line'],
  'no test line': ['@sdk_test_line'],
  'a form instead of JSON': ['@sdk_token_content_type'],
  'every token request sent twice': ['@sdk_token_post', '@sdk_token_one_request', '@sdk_token_not_kept'],
  'callType of the image on getToken': ['@sdk_no_undefined', '@sdk_token_expand_params'],
  'the sign percent-encoded': ['@sdk_token_sign_unchanged'],
  'uuid in the header': [
    '@sdk_ids_image_first',
    '@sdk_ids_sign_first',
    '@sdk_ids_kept_while_waiting',
    '@sdk_sign_again',
    '@sdk_image_again',
    '@sdk_late_answer_keeps_next_attempt',
    '@sdk_token_fields',
  ],
  'a request without a sign': ['@sdk_required_fields'],
  'success with an empty token': ['@sdk_token_empty', '@sdk_token_failure_told', '@sdk_token_malformed'],
  'both callbacks called': [
    '@sdk_token_granted',
    '@sdk_user_information_returned',
    '@sdk_token_one_callback',
    '@sdk_token_patience',
    '@sdk_token_not_kept',
    '@sdk_token_own_callbacks',
    '@sdk_callback_throws',
  ],
  'codes as numbers': [
    '@sdk_required_fields',
    '@sdk_token_refused_code',
    '@sdk_token_unreachable',
    '@sdk_token_interface_failed',
    '@sdk_token_failure_told',
  ],
  'a message of its own': ['@sdk_token_refused_message'],
  'userInformation given back decoded': ['@sdk_user_information_returned'],
  'throws on HTML': ['@sdk_token_interface_failed', '@sdk_token_malformed', '@sdk_nothing_unhandled'],
  'no time limit': [
    '@sdk_token_failure_told',
    '@sdk_token_one_callback',
    '@sdk_token_time_limit',
    '@sdk_token_late_answer',
  ],
  'a failing success callback is an error': ['@sdk_callback_throws'],
  'getConnection answers at once': ['@sdk_connection_async'],
  'no netType when the network is unknown': ['@sdk_connection_error'],
  'Wi-Fi in capitals': ['@sdk_connection_success'],
  'the pre-sign on the console': ['@sdk_silent'],
  'ids in a global': ['@sdk_no_globals'],
  'a rejection that nobody handles': ['@sdk_token_malformed', '@sdk_nothing_unhandled'],
  'ids out of the clock': ['@sdk_ids_random'],
  'ids kept when the platform was not reached': ['@sdk_ids_new_attempt'],
  'a bar behind callType': ['@sdk_no_undefined'],
  'a bar before empty expandParams': ['@sdk_no_undefined'],
  'callbacks that two calls share': ['@sdk_token_own_callbacks'],
  'no ear for a second call': ['@sdk_token_own_callbacks'],
  'callbacks that two getConnections share': ['@sdk_connection_async'],
  'the network of the first getConnection': ['@sdk_connection_success'],
  'a second request when the first fails': ['@sdk_token_one_request'],
  'a second request when the first is refused': ['@sdk_token_one_request'],
  'a report of every getConnection': ['@sdk_token_one_request'],
  'a token that is kept for a minute': ['@sdk_token_sign_unchanged', '@sdk_token_not_kept'],
  'the sign of the first attempt': ['@sdk_token_sign_unchanged'],
  'half a second of patience': ['@sdk_token_patience'],
  'the token percent-encoded': ['@sdk_token_granted'],
  'a success without a message': ['@sdk_token_granted'],
  'a failed request without a message': ['@sdk_token_failure_told'],
  'no code when time is up': ['@sdk_token_failure_told'],
  'a rejection when the network is unknown': ['@sdk_connection_error'],
  'a method of its own on every Date': ['@sdk_no_globals'],
  'a method of its own on every text': ['@sdk_no_globals'],
  'a timer of its own for all': ['@sdk_no_globals'],
  'a wx.request of its own for all': ['@sdk_no_globals'],
}

describe('a client SDK with', () => {
  test.each(Object.entries(BROKEN))('%s', async (name, open) => {
    const failures = await failuresOf(clientScenarios, { open: (wx) => open(wx as WxLike) })
    expect(Object.keys(failures).sort()).toEqual([...FAILS[name as keyof typeof FAILS]].sort())
  })
})

test('every scenario catches one of them', () => {
  const caught = new Set(Object.values(FAILS).flat())
  expect(clientScenarios.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([])
})
