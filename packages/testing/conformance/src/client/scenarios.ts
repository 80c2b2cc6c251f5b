// Every rule of a client SDK, in the order of a login: of the image edition in mini-programs, then of the HTTPS
// edition.
import { connectionScenarios } from './scenarios/connection'
import { httpsAnswerScenarios } from './scenarios/https/answers'
import { httpsCallScenarios } from './scenarios/https/calls'
import { httpsRequestScenarios } from './scenarios/https/requests'
import { idScenarios } from './scenarios/ids'
import { imageScenarios } from './scenarios/image'
import { lineScenarios } from './scenarios/line'
import { newIdScenarios } from './scenarios/new-ids'
import { preSignScenarios } from './scenarios/pre-sign'
import { sideEffectScenarios } from './scenarios/side-effects'
import { tokenAnswerScenarios } from './scenarios/token-answer'
import { tokenCallScenarios } from './scenarios/token-calls'
import { tokenRequestScenarios } from './scenarios/token-request'
import { tokenTimeScenarios } from './scenarios/token-time'
import type { ClientScenarios } from './scenarios/types'

export const clientScenarios: ClientScenarios = [
  ...connectionScenarios,
  ...preSignScenarios,
  ...imageScenarios,
  ...lineScenarios,
  ...idScenarios,
  ...newIdScenarios,
  ...tokenRequestScenarios,
  ...tokenAnswerScenarios,
  ...tokenTimeScenarios,
  ...tokenCallScenarios,
  ...sideEffectScenarios,
  ...httpsRequestScenarios,
  ...httpsAnswerScenarios,
  ...httpsCallScenarios,
]
