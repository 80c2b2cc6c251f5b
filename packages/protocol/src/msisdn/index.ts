// Phone numbers as people write them, as the wire wants them, and as a log may show them.
export { toMsisdnDraft } from './draft'
export { formatMsisdn, type Msisdn, maskMsisdn, parseMsisdn } from './parse'
