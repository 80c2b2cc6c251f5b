import * as entry from '../src/index'

test('the main entry exports the wire protocol and the business API, and neither return codes nor their texts', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'APP_ID',
    'BUSINESS_ERRORS',
    'BUSINESS_PATHS',
    'CARRIER_ORIGINS',
    'CARRIER_TERMS',
    'CARRIER_VERIFY_ORIGIN',
    'EDITIONS',
    'PATHS',
    'ProtocolError',
    'SDK_VERSION',
    'SHANGHAI',
    'TRACE_HEADER',
    'TRACE_ID',
    'composePreSign',
    'formatExpandParams',
    'formatMsisdn',
    'formatTimestamp',
    'isBusinessErrorCode',
    'maskMsisdn',
    'measureClockSkew',
    'parseExpandParams',
    'parseMsisdn',
    'parsePreSign',
    'parseTimestamp',
    'toMsisdnDraft',
  ])
})
