// Runs in its own process with another time zone: prints the timestamp of a platform request.
import type { Msisdn } from '@local-number/protocol'
import { importPublicKey } from '@local-number/rsa'
import { importCustomerKeys } from '../../src/customer-keys'
import { buildPlatformRequest } from '../../src/verify/platform-request'
import { createRsaKeys } from './keys'

const NOON_IN_SHANGHAI = Date.UTC(2026, 10, 22, 4, 0, 0)
const keys = createRsaKeys()
const customerKeys = importCustomerKeys(keys.privateKey)
const app = {
  appId: '300011877495',
  appKey: 'key',
  customerKeys,
  platformPublicKey: importPublicKey(keys.publicKey),
  signature: {},
  md5Case: 'lower' as const,
}

buildPlatformRequest(
  {
    phone: '13800138000' as Msisdn,
    token: 'token',
    userInformation: '',
    customerKey: customerKeys.signing,
    traceId: '0'.repeat(32),
  },
  { app, userInformation: 'verbatim', now: () => NOON_IN_SHANGHAI },
).then(({ header }) => {
  const hour = new Date(NOON_IN_SHANGHAI).getHours()
  process.stdout.write(JSON.stringify({ timestamp: header.timestamp, hour }))
})
