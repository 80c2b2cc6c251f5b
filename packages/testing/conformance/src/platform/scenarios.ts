// Every scenario of the platform suite, in the order of a login.
import { fromRow, type PlatformScenario } from './row'
import { APP_STATE_ROWS } from './rows/app-state'
import { CLIENT_ROWS } from './rows/clients'
import { inFamilyDialect } from './rows/dialect'
import { ENCRYPTION_ROWS } from './rows/encryption'
import { FIELD_ROWS } from './rows/fields'
import { LOGIN_ROWS } from './rows/logins'
import { NETWORK_ROWS } from './rows/networks'
import { SIGNATURE_ROWS } from './rows/signatures'
import { TEST_LINE_ROWS } from './rows/test-line'
import { TOKEN_ROWS } from './rows/tokens'
import { ANSWER_STORIES } from './stories/answers'
import { ECHO_STORIES } from './stories/echoes'
import { KEY_STORIES } from './stories/keys'
import { PHONE_STORIES } from './stories/phones'
import { TOKEN_STORIES } from './stories/tokens'
import { fromStory } from './story'

const ROWS = [
  ...LOGIN_ROWS,
  ...NETWORK_ROWS,
  ...APP_STATE_ROWS,
  ...CLIENT_ROWS,
  ...SIGNATURE_ROWS,
  ...ENCRYPTION_ROWS,
  ...TOKEN_ROWS,
  ...FIELD_ROWS,
  ...TEST_LINE_ROWS,
]

export const PLATFORM_SCENARIOS: readonly PlatformScenario[] = [
  ...[...ROWS, ...inFamilyDialect(ROWS)].map(fromRow),
  ...[...ANSWER_STORIES, ...ECHO_STORIES, ...KEY_STORIES, ...PHONE_STORIES, ...TOKEN_STORIES].map(fromStory),
]
