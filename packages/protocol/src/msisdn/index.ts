// Phone numbers as people write them, as the wire wants them, and as a log may show them.
export { type MaskOptions, maskMsisdn, maskMsisdnsIn } from './mask'
export { formatMsisdn, type Msisdn, parseMsisdn, toMsisdnDraft } from './parse'
