// Every cause that the tables name, and the groups that the document repeats under several codes.

/** Who must act before the same step can succeed. On success it is the user, who goes on. */
export type Actor = 'user' | 'integrator' | 'platform'

/**
 * Every cause with its actor. One code can have causes of several actors: an expired token (120020) is the user's, a
 * missing `userInformation` the integrator's.
 */
export const CAUSE_ACTORS = {
  hiddenBehind500: 'integrator',
  testPhoneNumMissing: 'integrator',
  imageParameterMissing: 'integrator',
  imageParameterMalformed: 'integrator',
  otherCarrier: 'user',
  wifi: 'user',
  vpnOrProxy: 'user',
  dataOnlySim: 'user',
  refererFromPc: 'integrator',
  accessScenarioWrong: 'integrator',
  h5RefererWrong: 'integrator',
  capabilityNotGranted: 'integrator',
  contractUnbound: 'integrator',
  balanceExhausted: 'integrator',
  configurationPending: 'integrator',
  capabilityOffline: 'integrator',
  appIdUnknown: 'integrator',
  wxappidMismatch: 'integrator',
  networkUnstable: 'platform',
  tokenParameterMissing: 'integrator',
  tokenParameterMalformed: 'integrator',
  openTypeWrong: 'integrator',
  numberNotRetrieved: 'integrator',
  keysNotFromTool: 'integrator',
  keyPairMismatch: 'integrator',
  signedWithoutTool: 'integrator',
  signedAnotherAttempt: 'integrator',
  phoneNumEncryption: 'integrator',
  notJson: 'integrator',
  requestFailed: 'user',
  domainNotListed: 'integrator',
  imageFailed: 'user',
  interfaceFailed: 'integrator',
  wrongLine: 'integrator',
  tooManyUnusedTokens: 'integrator',
  ipNotRegistered: 'integrator',
  tokenExpired: 'user',
  userInformationMissing: 'integrator',
  userInformationEncoding: 'integrator',
  tokenReused: 'integrator',
  tokenOfAnotherApp: 'integrator',
  tokenUnknown: 'integrator',
  dailyLimitReached: 'user',
  tokenNeverIssued: 'integrator',
  numberMistyped: 'user',
  dataOnOtherSim: 'user',
  someoneElsesHotspot: 'user',
  tokenCheckUnavailable: 'platform',
  appKeyWrong: 'integrator',
  signedTextWrong: 'integrator',
  timestampStale: 'integrator',
  businessTypeWrong: 'integrator',
  originNotRegistered: 'integrator',
  iotSim: 'user',
  numberBlocked: 'user',
  verifyParameterInvalid: 'integrator',
} as const satisfies Record<string, Actor>

/** The name of a cause. The same cause under several codes has one name. */
export type CauseId = keyof typeof CAUSE_ACTORS

/** 110027 [S appendix]; "能力不可用" itself means an app without the capability. */
export const capabilityCauses = [
  'contractUnbound',
  'balanceExhausted',
  'configurationPending',
  'capabilityNotGranted',
] as const

/** 130016 and 130018 [S appendix], without the one that needs an encrypted number. */
export const signingCauses = ['keysNotFromTool', 'keyPairMismatch', 'signedWithoutTool'] as const

/** 130016 and 130018 [S appendix], where the call carries phoneNum. */
export const cryptoCauses = [...signingCauses, 'phoneNumEncryption'] as const

/** 120020 [S appendix]; the last two follow from what a token is: one app's, and the platform's own. */
export const tokenCauses = [
  'tokenExpired',
  'userInformationMissing',
  'userInformationEncoding',
  'tokenReused',
  'tokenOfAnotherApp',
  'tokenUnknown',
] as const
