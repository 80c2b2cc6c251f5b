// Codes of the zero-size image. The page sees 500 only; the others are in the answer's body [S appendix 500].
import { capabilityCauses } from './causes'
import { type Facts, failure } from './facts'

export const GET_MOBILE = [
  {
    code: '500',
    ...failure,
    dialect: 'document',
    causes: ['hiddenBehind500', 'testPhoneNumMissing'],
    sources: ['S appendix'],
  },
  {
    code: '111002',
    ...failure,
    dialect: 'document',
    causes: ['otherCarrier', 'wifi', 'dataOnlySim'],
    sources: ['S appendix', 'S FAQ 2', 'S FAQ 3'],
  },
  { code: '111034', ...failure, dialect: 'document', causes: ['refererFromPc'], sources: ['S appendix'] },
  {
    code: '170001',
    ...failure,
    dialect: 'document',
    causes: ['accessScenarioWrong', 'h5RefererWrong'],
    sources: ['S appendix', 'V'],
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
    // On the test line the number comes from expandParams, which a production page does not send.
    causes: ['wrongLine', 'testPhoneNumMissing', 'imageParameterMissing'],
    sources: ['S appendix'],
  },
  {
    code: '130030',
    ...failure,
    dialect: 'document',
    causes: ['imageParameterMalformed', 'openTypeWrong'],
    sources: ['S 2.5.1'],
  },
  { code: '110027', ...failure, dialect: 'document', causes: capabilityCauses, sources: ['S appendix'] },
  { code: '110025', ...failure, dialect: 'document', causes: ['capabilityOffline'], sources: ['S appendix'] },
  { code: '110028', ...failure, dialect: 'document', causes: ['appIdUnknown'], sources: ['S 2.5.1'] },
  { code: '999999', ...failure, dialect: 'document', causes: ['networkUnstable'], sources: ['S appendix'] },
  { code: '103111', ...failure, dialect: 'family', causes: ['wifi', 'vpnOrProxy', 'otherCarrier'], sources: ['V'] },
  { code: '105002', ...failure, dialect: 'family', causes: ['dataOnlySim'], sources: ['V'] },
  { code: '110029', ...failure, dialect: 'family', causes: ['wxappidMismatch'], sources: ['V'] },
] as const satisfies readonly Facts<'getMobile'>[]
