// The rules of the SMS way, in the order of a login.
import { smsCodeScenarios } from './sms/codes'
import { smsGuessScenarios } from './sms/guesses'
import { smsMessageScenarios } from './sms/messages'
import { smsPermissionScenarios } from './sms/permissions'
import { smsRequestScenarios } from './sms/requests'
import type { ServerScenarios } from './types'

export const smsScenarios: ServerScenarios = [
  ...smsMessageScenarios,
  ...smsPermissionScenarios,
  ...smsRequestScenarios,
  ...smsCodeScenarios,
  ...smsGuessScenarios,
]
