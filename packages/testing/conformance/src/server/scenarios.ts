// Every rule of a business server, in the order of a login.
import { answerScenarios } from './scenarios/answers'
import { attemptIdScenarios } from './scenarios/attempt-ids'
import { attemptScenarios } from './scenarios/attempts'
import { consentScenarios } from './scenarios/consents'
import { httpsScenarios } from './scenarios/https'
import { httpsIdScenarios } from './scenarios/https-ids'
import { leakScenarios } from './scenarios/leaks'
import { limitScenarios } from './scenarios/limits'
import { listedCodeScenarios } from './scenarios/listed-codes'
import { loginScenarios } from './scenarios/logins'
import { oracleScenarios } from './scenarios/oracle'
import { permissionScenarios } from './scenarios/permissions'
import { platformAnswerScenarios } from './scenarios/platform-answers'
import { preSignScenarios } from './scenarios/pre-signs'
import { requestScenarios } from './scenarios/requests'
import { smsScenarios } from './scenarios/sms'
import { ticketScenarios } from './scenarios/tickets'
import type { ServerScenarios } from './scenarios/types'
import { verifyCallScenarios } from './scenarios/verify-calls'

export const serverScenarios: ServerScenarios = [
  ...preSignScenarios,
  ...oracleScenarios,
  ...permissionScenarios,
  ...requestScenarios,
  ...answerScenarios,
  ...loginScenarios,
  ...verifyCallScenarios,
  ...limitScenarios,
  ...attemptScenarios,
  ...attemptIdScenarios,
  ...platformAnswerScenarios,
  ...listedCodeScenarios,
  ...ticketScenarios,
  ...leakScenarios,
  ...httpsScenarios,
  ...consentScenarios,
  ...httpsIdScenarios,
  ...smsScenarios,
]
