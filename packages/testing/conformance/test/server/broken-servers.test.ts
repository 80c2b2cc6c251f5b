// A business server that breaks a rule fails in exactly the scenarios of that rule.
import { serverScenarios } from '../../src/server'
import { BROKEN_ANSWERS } from '../fixtures/server/broken-answers'
import { BROKEN_ATTEMPTS } from '../fixtures/server/broken-attempts'
import { BROKEN_SERVERS } from '../fixtures/server/broken-servers'
import { honestServer } from '../fixtures/server/honest-server'
import { shareOf } from '../support/share'
import { failuresOfServer, runSimulator } from './around'

runSimulator()

/** In these the suite answers in the platform's place. */
const WITHOUT_PLATFORM = ['@server_attempt_spent_by_failure', '@server_wrong_numbers_alone']

/** Those in which the platform gets to see a signature. */
const WHOLE_LOGINS = serverScenarios
  .filter(({ id, needs = [] }) => needs.includes('control') && !id.startsWith('@server_answer_'))
  .filter(({ id }) => !WITHOUT_PLATFORM.includes(id))
  .map(({ id }) => id)

/** Refusals are worth something from a server that signs what is right. */
const AFTER_A_RIGHT_SIGN = [
  ...serverScenarios.map(({ id }) => id).filter((id) => id.startsWith('@server_oracle_')),
  '@server_consent',
  '@server_session_required',
  '@server_fields_are_texts',
  '@server_body_is_an_object',
  '@server_methods',
  '@server_content_type',
  '@server_error_shape',
]

const SIGNS_NOTHING = [
  '@server_signs',
  '@server_signs_abroad',
  '@server_signs_once',
  '@server_signs_once_concurrently',
  '@server_body_huge',
  '@server_trace_id',
  '@server_signs_within_window',
  '@server_answers_json',
  '@server_attempt_underived',
  '@server_leaks_sign',
  ...AFTER_A_RIGHT_SIGN,
  ...serverScenarios.filter(({ needs = [] }) => needs.includes('control')).map(({ id }) => id),
]

const BROKEN = { ...BROKEN_SERVERS, ...BROKEN_ATTEMPTS, ...BROKEN_ANSWERS }

const FAILS: Readonly<Record<keyof typeof BROKEN, readonly string[]>> = {
  'signs nothing': SIGNS_NOTHING,
  'limits its callers': SIGNS_NOTHING,
  'takes no terms for the current ones': SIGNS_NOTHING,
  'signs another text than it was given': WHOLE_LOGINS,
  'signs anything': [
    '@server_oracle_verify_string',
    '@server_oracle_separator',
    '@server_oracle_foreign_app',
    '@server_oracle_widths',
    '@server_oracle_h5_ids',
    '@server_oracle_version',
    '@server_oracle_far_off',
    '@server_signs_within_window',
    '@server_signs_once',
    '@server_error_shape',
  ],
  'signs by a lenient pattern': ['@server_oracle_verify_string'],
  'trims what it signs': ['@server_oracle_separator'],
  'signs for any app': ['@server_oracle_foreign_app'],
  'signs at any time': [
    '@server_oracle_foreign_app',
    '@server_oracle_widths',
    '@server_oracle_far_off',
    '@server_signs_within_window',
  ],
  'knows Shanghai only': ['@server_signs_abroad'],
  'signs the ids of the older H5 script': ['@server_oracle_h5_ids'],
  'signs any version': ['@server_oracle_version'],
  'signs twice': ['@server_signs_once', '@server_signs_once_concurrently', '@server_signs_once_after_verify'],
  'looks first and remembers later': ['@server_signs_once_concurrently'],
  'signs without consent': ['@server_consent', '@server_error_shape'],
  'makes texts of everything': ['@server_fields_are_texts'],
  'stumbles over what is no object': ['@server_body_is_an_object', '@server_error_shape'],
  'reads bodies of any size': ['@server_body_huge'],
  'takes PUT for POST': ['@server_methods'],
  'takes any content type': ['@server_content_type'],
  'refuses in words': ['@server_error_shape', '@server_answers_json'],
  'repeats the request in its refusal': ['@server_leaks_outcome', '@server_leaks_refusal'],
  'shows where it went wrong': ['@server_leaks_outcome', '@server_leaks_refusal'],
  'makes trace ids of its own': ['@server_trace_id', '@server_login_trace'],
  'lets every site in with credentials': ['@server_cors'],
  'takes 000000 for a yes': ['@server_answer_000000', '@server_answer_listed_codes'],
  'compares codes as numbers': [
    '@server_answer_000000',
    '@server_answer_0000',
    '@server_answer_number_zero',
    '@server_answer_listed_codes',
  ],
  'makes a text of the code': ['@server_answer_number_zero'],
  'takes 001 for a yes': [
    '@server_not_this_number',
    '@server_ticket',
    '@server_wrong_numbers',
    '@server_wrong_numbers_in_advance',
    '@server_answer_listed_codes',
  ],
  'takes everything but 001 for a yes': [
    '@server_foreign_token',
    '@server_ticket',
    '@server_answer_000000',
    '@server_answer_0000',
    '@server_answer_number_zero',
    '@server_answer_listed_codes',
    '@server_answer_code_in_body',
  ],
  'ignores the msgId': ['@server_answer_foreign_msgid'],
  'ignores the appId': ['@server_answer_foreign_appid'],
  'ignores the HTTP status': ['@server_answer_http_error'],
  'looks for the code in any text': [
    '@server_answer_html',
    '@server_answer_no_header',
    '@server_answer_foreign_msgid',
    '@server_answer_foreign_appid',
    '@server_answer_malformed',
    '@server_answer_code_in_body',
  ],
  'follows redirects': ['@server_answer_redirect', '@server_answer_too_large'],
  'trusts when nobody answers': [
    '@server_answer_dropped',
    '@server_answer_hanging',
    '@server_answer_too_large',
    '@server_answer_dribbles',
  ],
  'asks again': ['@server_no_retry'],
  'spends twice': [
    '@server_attempt_once',
    '@server_attempt_once_asked',
    '@server_attempt_concurrent',
    '@server_attempt_unknown',
    '@server_attempt_spent_by_failure',
  ],
  'spends once the platform has answered': ['@server_attempt_concurrent'],
  'gives the attempt back without a verdict': ['@server_attempt_spent_by_failure'],
  'takes any attemptId': [
    '@server_error_shape',
    '@server_attempt_once',
    '@server_attempt_once_asked',
    '@server_attempt_concurrent',
    '@server_attempt_unknown',
    '@server_attempt_spent_by_failure',
  ],
  'counts its attempts': ['@server_attempt_own'],
  'asks about whatever was typed': ['@server_phone_shape', '@server_phone_keeps_attempt'],
  'sends the number in plain, too': ['@server_verify_message'],
  'encrypts without the appKey': [
    '@server_verified',
    '@server_not_this_number',
    '@server_phone_shape',
    '@server_ticket',
    '@server_wrong_numbers',
    '@server_wrong_numbers_in_advance',
    '@server_attempt_once',
    '@server_attempt_own',
    '@server_no_retry',
    '@server_outcome_fields',
    '@server_ticket_holds',
    '@server_tickets_apart',
    '@server_phone_keeps_attempt',
  ],
  'has one msgId for all calls': ['@server_verify_fresh'],
  'repeats the number in its answer': ['@server_leaks_outcome'],
  'tells the appKey': ['@server_leaks_outcome', '@server_leaks_verify_call'],
  'gives everybody a ticket': [
    '@server_ticket',
    '@server_answer_000000',
    '@server_answer_0000',
    '@server_answer_number_zero',
    '@server_answer_html',
    '@server_answer_redirect',
    '@server_answer_no_header',
    '@server_answer_foreign_msgid',
    '@server_answer_foreign_appid',
    '@server_answer_malformed',
    '@server_answer_http_error',
    '@server_answer_dropped',
    '@server_answer_hanging',
    '@server_answer_code_in_body',
    '@server_answer_too_large',
    '@server_answer_dribbles',
  ],
  'believes a body without a size': ['@server_body_huge'],
  'lets sandboxed frames in with credentials': ['@server_cors'],
  'takes an underscore for a letter': ['@server_oracle_widths'],
  'knows time zones that nobody lives in': ['@server_oracle_far_off'],
  'takes newer terms for the current ones': ['@server_consent'],
  'takes terms that begin alike': ['@server_consent'],
  'wants no session': ['@server_session_required', '@server_fields_are_texts'],
  'forgets a msgId once it is verified': ['@server_signs_once_after_verify'],
  'looks for the code in the body, too': ['@server_answer_code_in_body'],
  'lets in who has no checks left': ['@server_answer_listed_codes'],
  'takes 002 for a no': ['@server_answer_listed_codes'],
  'takes any 2xx for 200': ['@server_answer_http_error'],
  'waits without limit once it has headers': ['@server_answer_dribbles'],
  'reads answers of any size': ['@server_answer_too_large'],
  'lets a newline past': ['@server_phone_shape'],
  'spends the attempt on a mistyped number': ['@server_phone_keeps_attempt'],
  'sends a hash of the number along': ['@server_verify_message'],
  'asks in the time of another year': ['@server_verify_message'],
  'leaves expandParams out': ['@server_verify_message'],
  'sends the appKey along': ['@server_verify_message'],
  'shows its verify call': ['@server_leaks_verify_call'],
  'signs no tickets': ['@server_ticket_holds'],
  'signs tickets by a key of its own': ['@server_ticket_holds'],
  'writes another number into tickets': ['@server_ticket_holds', '@server_tickets_apart'],
  'gives tickets for a year': ['@server_ticket_holds'],
  'shows the private key of its tickets': ['@server_jwks_public'],
  'counts no wrong numbers': ['@server_wrong_numbers', '@server_wrong_numbers_in_advance'],
  'counts wrong numbers at the sign only': ['@server_wrong_numbers_in_advance'],
  'takes the msgId for the attemptId': ['@server_attempt_underived'],
  'hashes the msgId into the attemptId': ['@server_attempt_underived'],
  'takes the trace id for the attemptId': ['@server_attempt_underived'],
  'hashes the session into the attemptId': ['@server_attempt_underived'],
  'hashes the signature into the attemptId': ['@server_attempt_underived'],
  'hashes a counter into the attemptId': ['@server_attempt_underived'],
  'tells unknown attempts from spent ones': ['@server_attempt_unknown'],
  'gives the attempt back for another number': ['@server_attempt_spent_by_failure'],
  'writes the number of whoever came last into tickets': ['@server_tickets_apart'],
  'gives five minutes': ['@server_signs_within_window'],
  'gives no minute': ['@server_signs_within_window'],
  'counts what had no verdict as a wrong number': ['@server_wrong_numbers_alone'],
  'counts right numbers as wrong ones': ['@server_wrong_numbers_alone'],
  'forgets wrong numbers once one is right': ['@server_wrong_numbers_alone'],
  'tells no code': ['@server_outcome_fields', '@server_answer_listed_codes'],
  'tells a code of its own': ['@server_outcome_fields', '@server_answer_listed_codes'],
  'tells the outcome for a code': ['@server_outcome_fields', '@server_answer_listed_codes'],
  'tells what is left with another number only': ['@server_outcome_fields', '@server_wrong_numbers_alone'],
  'answers in HTML': ['@server_answers_json'],
  'tells the appKey with the signature': ['@server_leaks_sign'],
  'has one jti for all tickets': ['@server_tickets_apart'],
  'writes tickets of the day to come': ['@server_ticket_holds'],
  'writes another trace id into tickets': ['@server_ticket_holds'],
  'writes the token into tickets': ['@server_ticket_holds'],
  'writes the appKey into tickets': ['@server_ticket_holds'],
  'asks with the number in the address': ['@server_verify_message'],
  'asks at another address': ['@server_verify_message'],
  'sends the number beside header and body': ['@server_verify_message'],
  'sends the number along in base64': ['@server_verify_message'],
  'takes any content type at verify': ['@server_content_type'],
  'takes PUT at verify': ['@server_methods'],
  'reads bodies of any size at verify': ['@server_body_huge'],
  'writes down a token that is no text': ['@server_fields_are_texts'],
  'does without userInformation': ['@server_fields_are_texts'],
}

/** All of them take a minute, and each through everything several; a busy machine gets more. */
const WHOLE_SUITES_MS = 1_200_000

test(
  'a business server that breaks no rule',
  async () => {
    expect(await failuresOfServer(honestServer())).toEqual({})
  },
  WHOLE_SUITES_MS,
)

/** While one server waits for a platform that does not answer, others can be tried. */
const AT_ONCE = 6

describe('a business server that', () => {
  const failures = new Map<string, Record<string, string>>()

  beforeAll(async () => {
    const left = Object.entries(BROKEN)
    const tryOut = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const [name, broken] = next
        failures.set(
          name,
          await failuresOfServer(honestServer(broken), { scenarios: shareOf(serverScenarios, FAILS, name) }),
        )
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, tryOut))
  }, WHOLE_SUITES_MS)

  test.each(Object.keys(BROKEN))('%s', (name) => {
    const failed = Object.keys(failures.get(name) ?? {}).sort()
    expect(failed).toEqual([...FAILS[name as keyof typeof FAILS]].sort())
  })
})

test('every scenario catches one of them', () => {
  const caught = new Set(Object.values(FAILS).flat())
  expect(serverScenarios.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([])
})
