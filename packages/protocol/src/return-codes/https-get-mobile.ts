// Codes of the HTTPS edition's one call, from vendors' tables of the same platform (protocol.md §9). The page sees
// them.
import { type Facts, failure, success } from './facts'

export const HTTPS_GET_MOBILE = [
  { code: '103000', ...success, dialect: 'family', causes: [], sources: ['V'] },
  {
    code: '103101',
    ...failure,
    dialect: 'family',
    causes: ['appKeyWrong', 'signedTextWrong', 'signedAnotherAttempt'],
    sources: ['V'],
  },
  { code: '105112', ...failure, dialect: 'family', causes: ['timestampStale'], sources: ['V'] },
  {
    code: '110023',
    ...failure,
    dialect: 'family',
    causes: [
      'capabilityNotGranted',
      'appIdUnknown',
      'contractUnbound',
      'balanceExhausted',
      'configurationPending',
      'wrongLine',
    ],
    sources: ['V'],
  },
  { code: '110024', ...failure, dialect: 'family', causes: ['businessTypeWrong'], sources: ['V'] },
  { code: '110025', ...failure, dialect: 'family', causes: ['capabilityOffline', 'businessTypeWrong'], sources: ['V'] },
  { code: '110026', ...failure, dialect: 'family', causes: ['originNotRegistered'], sources: ['V'] },
  {
    code: '170001',
    ...failure,
    dialect: 'family',
    causes: ['h5RefererWrong', 'accessScenarioWrong'],
    sources: ['V'],
  },
  { code: '110029', ...failure, dialect: 'family', causes: ['wxappidMismatch'], sources: ['V'] },
  { code: '103111', ...failure, dialect: 'family', causes: ['wifi', 'otherCarrier', 'vpnOrProxy'], sources: ['V'] },
  { code: '105002', ...failure, dialect: 'family', causes: ['dataOnlySim'], sources: ['V'] },
  { code: '103609', ...failure, dialect: 'family', causes: ['iotSim'], sources: ['V'] },
  { code: '111002', ...failure, dialect: 'family', causes: ['numberBlocked'], sources: ['V'] },
  { code: '103911', ...failure, dialect: 'family', causes: ['tooManyUnusedTokens'], sources: ['V'] },
  {
    code: '130010',
    ...failure,
    dialect: 'family',
    causes: ['tokenParameterMissing', 'testPhoneNumMissing'],
    sources: ['V'],
  },
  {
    code: '103211',
    ...failure,
    dialect: 'family',
    causes: ['networkUnstable', 'notJson', 'tokenParameterMalformed'],
    sources: ['V'],
  },
  // Reported by the client itself, as for the token call.
  { code: '0', ...failure, dialect: 'family', causes: ['requestFailed', 'domainNotListed'], sources: ['G', 'W'] },
  { code: '500', ...failure, dialect: 'family', causes: ['interfaceFailed'], sources: ['G'] },
] as const satisfies readonly Facts<'httpsGetMobile'>[]
