// Codes of the check of the typed number. Which code an app takes for a yes is its configuration; `000` and `001` are
// the app edition's and the default (protocol.md §5).
import { capabilityCauses, cryptoCauses, tokenCauses } from './causes'
import { anotherWay, type Facts, misconfigured, success, transient } from './facts'

const tokenRefused = { outcome: 'failure', reaction: 'retry' } as const

export const VERIFY = [
  { code: '000', ...success, dialect: 'family', causes: [], sources: ['M 4.1'] },
  {
    code: '001',
    outcome: 'notThisNumber',
    reaction: 'reenter',
    dialect: 'family',
    causes: ['numberMistyped', 'dataOnOtherSim', 'someoneElsesHotspot'],
    sources: ['M 4.1'],
  },
  {
    code: '120020',
    ...tokenRefused,
    dialect: 'document',
    sameAs: '606',
    causes: tokenCauses,
    sources: ['S appendix'],
  },
  {
    code: '121011',
    ...anotherWay,
    dialect: 'document',
    sameAs: '102315',
    causes: ['dailyLimitReached'],
    sources: ['S appendix'],
  },
  { code: '130016', ...misconfigured, dialect: 'document', causes: cryptoCauses, sources: ['S appendix'] },
  {
    code: '130018',
    ...misconfigured,
    dialect: 'document',
    sameAs: '302',
    causes: cryptoCauses,
    sources: ['S appendix'],
  },
  { code: '130032', ...misconfigured, dialect: 'document', causes: ['notJson'], sources: ['S appendix'] },
  {
    code: '130010',
    ...misconfigured,
    dialect: 'document',
    causes: ['tokenNeverIssued', 'verifyParameterInvalid'],
    sources: ['S appendix'],
  },
  { code: '130030', ...misconfigured, dialect: 'document', causes: ['verifyParameterInvalid'], sources: ['S 2.5.1'] },
  {
    code: '103605',
    ...misconfigured,
    dialect: 'document',
    causes: ['wrongLine', 'configurationPending'],
    sources: ['S appendix'],
  },
  {
    code: '110004',
    ...misconfigured,
    dialect: 'document',
    sameAs: '124',
    causes: ['ipNotFiled'],
    sources: ['S appendix'],
  },
  { code: '110025', ...misconfigured, dialect: 'document', causes: ['capabilityOffline'], sources: ['S appendix'] },
  { code: '110027', ...misconfigured, dialect: 'document', causes: capabilityCauses, sources: ['S appendix'] },
  { code: '110028', ...misconfigured, dialect: 'document', causes: ['appIdUnknown'], sources: ['S 2.5.1'] },
  {
    code: '999999',
    ...transient,
    dialect: 'document',
    causes: ['networkUnstable', 'phoneNumEncryption'],
    sources: ['S appendix'],
  },
  { code: '002', ...anotherWay, dialect: 'family', causes: ['wifi', 'otherCarrier'], sources: ['M 4.1'] },
  { code: '003', ...transient, dialect: 'family', causes: ['tokenCheckUnavailable'], sources: ['M 4.1'] },
  { code: '004', ...misconfigured, dialect: 'family', causes: ['phoneNumEncryption'], sources: ['M 4.1'] },
  { code: '102', ...misconfigured, dialect: 'family', causes: ['verifyParameterInvalid'], sources: ['M 4.1'] },
  { code: '124', ...misconfigured, dialect: 'family', sameAs: '110004', causes: ['ipNotFiled'], sources: ['M 4.1'] },
  { code: '302', ...misconfigured, dialect: 'family', sameAs: '130018', causes: cryptoCauses, sources: ['M 4.1'] },
  { code: '303', ...misconfigured, dialect: 'family', causes: ['notJson'], sources: ['M 4.1', 'M 5'] },
  { code: '606', ...tokenRefused, dialect: 'family', sameAs: '120020', causes: tokenCauses, sources: ['M 4.1'] },
  { code: '999', ...transient, dialect: 'family', causes: ['networkUnstable'], sources: ['M 4.1'] },
  {
    code: '102315',
    ...anotherWay,
    dialect: 'family',
    sameAs: '121011',
    causes: ['dailyLimitReached'],
    sources: ['M 4.1'],
  },
] as const satisfies readonly Facts[]
