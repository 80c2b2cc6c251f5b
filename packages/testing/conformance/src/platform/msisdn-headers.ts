// Headers in which gateways of various carriers pass on the number. A client can send them as well.

export const MSISDN_HEADERS = [
  'x-up-calling-line-id',
  'x-msisdn',
  'X_MSISDN',
  'msisdn',
  'x-wap-msisdn',
  'x-nokia-msisdn',
  'x-huawei-msisdn',
  'x-forwarded-msisdn',
  'x-up-subno',
  'x-hts-clid',
  'x-network-info',
  'x-source-id',
] as const
