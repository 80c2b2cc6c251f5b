// Phone numbers as people write them, as the wire wants them, and as a log may show them.
export { formatMsisdn, type Msisdn, maskMsisdn, parseMsisdn, toMsisdnDraft } from './parse'
