// Every scenario of the platform suite, in the order of a login.
import { fromCallScenario } from './call-scenario'
import { fromFlowScenario } from './flow-scenario'
import type { PlatformScenario } from './scenario'
import { ANSWER_SCENARIOS } from './scenarios/answers'
import { APP_STATE_SCENARIOS } from './scenarios/app-state'
import { CLIENT_SCENARIOS } from './scenarios/clients'
import { DAILY_LIMIT_SCENARIOS } from './scenarios/daily-limit'
import { toFamilyDialect } from './scenarios/dialect'
import { ECHO_SCENARIOS } from './scenarios/echoes'
import { ENCRYPTION_SCENARIOS } from './scenarios/encryption'
import { FIELD_SCENARIOS } from './scenarios/fields'
import { H5_SCRIPT_SCENARIOS } from './scenarios/h5-script'
import { HTTPS_APP_SCENARIOS } from './scenarios/https/apps'
import { HTTPS_FLOW_SCENARIOS } from './scenarios/https/flows'
import { HTTPS_LOGIN_SCENARIOS } from './scenarios/https/logins'
import { HTTPS_MESSAGE_SCENARIOS } from './scenarios/https/messages'
import { HTTPS_NETWORK_SCENARIOS } from './scenarios/https/networks'
import { HTTPS_SIGNATURE_SCENARIOS } from './scenarios/https/signatures'
import { KEY_SCENARIOS } from './scenarios/keys'
import { LOGIN_SCENARIOS } from './scenarios/logins'
import { NETWORK_SCENARIOS } from './scenarios/networks'
import { PHONE_SCENARIOS } from './scenarios/phones'
import { SIGNATURE_SCENARIOS } from './scenarios/signatures'
import { TEST_LINE_SCENARIOS } from './scenarios/test-line'
import { TOKEN_FLOW_SCENARIOS } from './scenarios/token-flows'
import { TOKEN_SCENARIOS } from './scenarios/tokens'

const CALL_SCENARIOS = [
  ...LOGIN_SCENARIOS,
  ...NETWORK_SCENARIOS,
  ...APP_STATE_SCENARIOS,
  ...CLIENT_SCENARIOS,
  ...SIGNATURE_SCENARIOS,
  ...ENCRYPTION_SCENARIOS,
  ...TOKEN_SCENARIOS,
  ...FIELD_SCENARIOS,
  ...TEST_LINE_SCENARIOS,
  ...HTTPS_LOGIN_SCENARIOS,
  ...HTTPS_NETWORK_SCENARIOS,
  ...HTTPS_APP_SCENARIOS,
  ...HTTPS_SIGNATURE_SCENARIOS,
  ...HTTPS_MESSAGE_SCENARIOS,
]

const FLOW_SCENARIOS = [
  ...ANSWER_SCENARIOS,
  ...ECHO_SCENARIOS,
  ...KEY_SCENARIOS,
  ...H5_SCRIPT_SCENARIOS,
  ...PHONE_SCENARIOS,
  ...TOKEN_FLOW_SCENARIOS,
  ...DAILY_LIMIT_SCENARIOS,
  ...HTTPS_FLOW_SCENARIOS,
]

export const PLATFORM_SCENARIOS: readonly PlatformScenario[] = [
  ...[...CALL_SCENARIOS, ...toFamilyDialect(CALL_SCENARIOS)].map(fromCallScenario),
  ...FLOW_SCENARIOS.map(fromFlowScenario),
]
