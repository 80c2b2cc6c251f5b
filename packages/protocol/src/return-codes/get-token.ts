// Codes of the token call as its callback names them: the SDK's table [S 2.5.1] and the platform's additions.
import { capabilityCauses, signingCauses } from './causes'
import { type Facts, failure, success } from './facts'

export const GET_TOKEN = [
  { code: '000000', ...success, dialect: 'document', causes: [], sources: ['S 2.5.1'] },
  { code: '110028', ...failure, dialect: 'document', causes: ['appIdUnknown'], sources: ['S 2.5.1'] },
  {
    code: '130030',
    ...failure,
    dialect: 'document',
    causes: ['tokenParameterMissing', 'tokenParameterMalformed', 'openTypeWrong', 'numberNotRetrieved'],
    sources: ['S 2.5.1'],
  },
  {
    code: '130018',
    ...failure,
    dialect: 'document',
    // The SDK's order trap is not in the appendix: each getSign makes a new pre-sign (protocol.md §2).
    causes: [...signingCauses, 'signedAnotherAttempt'],
    sources: ['S 2.5.1', 'S appendix', 'G'],
  },
  { code: '130032', ...failure, dialect: 'document', causes: ['notJson'], sources: ['S 2.5.1', 'S appendix'] },
  {
    code: '999999',
    ...failure,
    dialect: 'document',
    causes: ['networkUnstable'],
    sources: ['S 2.5.1', 'S appendix'],
  },
  {
    code: '0',
    ...failure,
    dialect: 'document',
    causes: ['requestFailed', 'domainNotListed'],
    sources: ['S 2.5.1', 'W'],
  },
  {
    code: '500',
    ...failure,
    dialect: 'document',
    causes: ['imageFailed', 'interfaceFailed'],
    sources: ['G', 'H'],
  },
  {
    code: '103605',
    ...failure,
    dialect: 'document',
    causes: ['wrongLine', 'configurationPending'],
    sources: ['S appendix'],
  },
  {
    code: '130010',
    ...failure,
    dialect: 'document',
    causes: ['wrongLine', 'tokenParameterMissing'],
    sources: ['S appendix'],
  },
  { code: '170001', ...failure, dialect: 'document', causes: ['accessScenarioWrong'], sources: ['S appendix'] },
  { code: '110027', ...failure, dialect: 'document', causes: capabilityCauses, sources: ['S appendix'] },
  { code: '110025', ...failure, dialect: 'document', causes: ['capabilityOffline'], sources: ['S appendix'] },
  { code: '103000', ...success, dialect: 'family', causes: [], sources: ['M 4.2', 'V'] },
  {
    code: '103911',
    ...failure,
    dialect: 'family',
    causes: ['tooManyUnusedTokens'],
    sources: ['V'],
  },
  { code: '110029', ...failure, dialect: 'family', causes: ['wxappidMismatch'], sources: ['V'] },
] as const satisfies readonly Facts<'getToken'>[]
