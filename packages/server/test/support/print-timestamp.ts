// Run in a process of its own, whose zone is not this machine's: prints the timestamp that a verify request carries.
import type { Msisdn } from '@local-number/protocol'
import { importPrivateKey, importPublicKey } from '@local-number/rsa'
import { buildVerifyRequest } from '../../src/verify/platform-request'
import { rsaKeys } from './keys'

const NOON_IN_SHANGHAI = Date.UTC(2026, 10, 22, 4, 0, 0)
const keys = rsaKeys()
const app = {
  appId: '300011877495',
  appKey: 'key',
  customerPrivateKey: importPrivateKey(keys.privateKey),
  platformPublicKey: importPublicKey(keys.publicKey),
  signature: {},
}

buildVerifyRequest(
  { phone: '13800138000' as Msisdn, token: 'token', userInformation: '' },
  { app, userInformation: 'asItCame', now: () => NOON_IN_SHANGHAI },
).then(({ header }) => {
  const hour = new Date(NOON_IN_SHANGHAI).getHours()
  process.stdout.write(JSON.stringify({ timestamp: header.timestamp, hour }))
})
