// Codes of the token call as its callback gives them: the SDK's table [S 2.5.1] and what the platform adds.
import { capabilityCauses, signingCauses } from './causes'
import { type Facts, misconfigured, success, transient } from './facts'

export const GET_TOKEN = [
  { code: '000000', ...success, dialect: 'document', causes: [], sources: ['S 2.5.1'] },
  { code: '110028', ...misconfigured, dialect: 'document', causes: ['appIdUnknown'], sources: ['S 2.5.1'] },
  {
    code: '130030',
    ...misconfigured,
    dialect: 'document',
    causes: ['tokenParameterMissing', 'tokenParameterMalformed', 'openTypeWrong', 'numberNotTaken'],
    sources: ['S 2.5.1'],
  },
  {
    code: '130018',
    ...misconfigured,
    dialect: 'document',
    // The SDK's order trap is no row of the appendix: each getSign makes a new pre-sign (protocol.md §2).
    causes: [...signingCauses, 'signedAnotherAttempt'],
    sources: ['S 2.5.1', 'S appendix', 'G'],
  },
  { code: '130032', ...misconfigured, dialect: 'document', causes: ['notJson'], sources: ['S 2.5.1', 'S appendix'] },
  {
    code: '999999',
    ...transient,
    dialect: 'document',
    causes: ['networkUnstable'],
    sources: ['S 2.5.1', 'S appendix'],
  },
  {
    code: '0',
    outcome: 'failure',
    reaction: 'retry',
    dialect: 'document',
    causes: ['requestFailed', 'domainNotListed'],
    sources: ['S 2.5.1', 'W'],
  },
  {
    code: '500',
    outcome: 'failure',
    reaction: 'fallback',
    dialect: 'document',
    causes: ['imageFailed', 'interfaceFailed'],
    sources: ['G', 'H'],
  },
  {
    code: '103605',
    ...misconfigured,
    dialect: 'document',
    causes: ['wrongLine', 'configurationPending'],
    sources: ['S appendix'],
  },
  {
    code: '130010',
    ...misconfigured,
    dialect: 'document',
    causes: ['wrongLine', 'tokenParameterMissing'],
    sources: ['S appendix'],
  },
  { code: '170001', ...misconfigured, dialect: 'document', causes: ['accessScenarioWrong'], sources: ['S appendix'] },
  { code: '110027', ...misconfigured, dialect: 'document', causes: capabilityCauses, sources: ['S appendix'] },
  { code: '110025', ...misconfigured, dialect: 'document', causes: ['capabilityOffline'], sources: ['S appendix'] },
  { code: '103000', ...success, dialect: 'family', causes: [], sources: ['M 4.2', 'V'] },
  {
    code: '103911',
    outcome: 'failure',
    reaction: 'fallback',
    dialect: 'family',
    causes: ['tooManyUnusedTokens'],
    sources: ['V'],
  },
  { code: '110029', ...misconfigured, dialect: 'family', causes: ['wxappidMismatch'], sources: ['V'] },
] as const satisfies readonly Facts[]
