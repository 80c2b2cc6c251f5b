// Codes of the verify call with the outcome that the business server derives from each. Which codes mean yes and no is
// configuration; `000` and `001` are the app edition's and the default (protocol.md §5).
import { capabilityCauses, cryptoCauses, tokenCauses } from './causes'
import type { Facts } from './facts'

const staleToken = { outcome: 'staleToken' } as const
const dailyLimit = { outcome: 'dailyLimit' } as const
const unavailable = { outcome: 'unavailable' } as const

export const VERIFY = [
  { code: '000', outcome: 'verified', dialect: 'family', causes: [], sources: ['M 4.1'] },
  {
    code: '001',
    outcome: 'notThisNumber',
    dialect: 'family',
    causes: ['numberMistyped', 'dataOnOtherSim', 'someoneElsesHotspot'],
    sources: ['M 4.1'],
  },
  {
    code: '120020',
    ...staleToken,
    dialect: 'document',
    sameAs: '606',
    causes: tokenCauses,
    sources: ['S appendix'],
  },
  {
    code: '121011',
    ...dailyLimit,
    dialect: 'document',
    sameAs: '102315',
    causes: ['dailyLimitReached'],
    sources: ['S appendix'],
  },
  { code: '130016', ...unavailable, dialect: 'document', causes: cryptoCauses, sources: ['S appendix'] },
  {
    code: '130018',
    ...unavailable,
    dialect: 'document',
    sameAs: '302',
    causes: cryptoCauses,
    sources: ['S appendix'],
  },
  { code: '130032', ...unavailable, dialect: 'document', causes: ['notJson'], sources: ['S appendix'] },
  {
    code: '130010',
    ...unavailable,
    dialect: 'document',
    causes: ['tokenNeverIssued', 'verifyParameterInvalid'],
    sources: ['S appendix'],
  },
  { code: '130030', ...unavailable, dialect: 'document', causes: ['verifyParameterInvalid'], sources: ['S 2.5.1'] },
  {
    code: '103605',
    ...unavailable,
    dialect: 'document',
    causes: ['wrongLine', 'configurationPending'],
    sources: ['S appendix'],
  },
  {
    code: '110004',
    ...unavailable,
    dialect: 'document',
    sameAs: '124',
    causes: ['ipNotRegistered'],
    sources: ['S appendix'],
  },
  { code: '110025', ...unavailable, dialect: 'document', causes: ['capabilityOffline'], sources: ['S appendix'] },
  { code: '110027', ...unavailable, dialect: 'document', causes: capabilityCauses, sources: ['S appendix'] },
  { code: '110028', ...unavailable, dialect: 'document', causes: ['appIdUnknown'], sources: ['S 2.5.1'] },
  {
    code: '999999',
    ...unavailable,
    dialect: 'document',
    causes: ['networkUnstable', 'phoneNumEncryption'],
    sources: ['S appendix'],
  },
  { code: '002', ...unavailable, dialect: 'family', causes: ['wifi', 'otherCarrier'], sources: ['M 4.1'] },
  { code: '003', ...unavailable, dialect: 'family', causes: ['tokenCheckUnavailable'], sources: ['M 4.1'] },
  { code: '004', ...unavailable, dialect: 'family', causes: ['phoneNumEncryption'], sources: ['M 4.1'] },
  { code: '102', ...unavailable, dialect: 'family', causes: ['verifyParameterInvalid'], sources: ['M 4.1'] },
  { code: '124', ...unavailable, dialect: 'family', sameAs: '110004', causes: ['ipNotRegistered'], sources: ['M 4.1'] },
  { code: '302', ...unavailable, dialect: 'family', sameAs: '130018', causes: cryptoCauses, sources: ['M 4.1'] },
  { code: '303', ...unavailable, dialect: 'family', causes: ['notJson'], sources: ['M 4.1', 'M 5'] },
  { code: '606', ...staleToken, dialect: 'family', sameAs: '120020', causes: tokenCauses, sources: ['M 4.1'] },
  { code: '999', ...unavailable, dialect: 'family', causes: ['networkUnstable'], sources: ['M 4.1'] },
  {
    code: '102315',
    ...dailyLimit,
    dialect: 'family',
    sameAs: '121011',
    causes: ['dailyLimitReached'],
    sources: ['M 4.1'],
  },
] as const satisfies readonly Facts<'verify'>[]
