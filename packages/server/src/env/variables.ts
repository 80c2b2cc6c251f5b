// Every variable of a business server: what it must look like and what it is when it is not set.
import { list, listOf, oneOf, origin, required, wholeNumber } from '@local-number/service-kit'
import { z } from 'zod'
import { customerPrivateKey, platformPublicKey, ticketPrivateKey } from './types'

const codes = list('codes of the platform')

/** By name. A service adds its own beside them. */
export const serverVariables = {
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),

  LOCAL_NUMBER_APP_ID: required('copy the appId from the open platform').regex(/^\d{6,20}$/, {
    error: 'must be 6 to 20 digits',
  }),
  LOCAL_NUMBER_APP_KEY: required('copy the appKey from the open platform'),
  LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: customerPrivateKey('the private half of the key pair filed on the open platform'),
  LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: platformPublicKey('copy the platform public key from the open platform'),
  LOCAL_NUMBER_SIGNATURE_ALGORITHM: oneOf(['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']).default('MD5withRSA'),
  LOCAL_NUMBER_SIGNATURE_ENCODING: oneOf(['base64', 'hex', 'HEX']).default('base64'),

  LOCAL_NUMBER_LINE: oneOf(['production', 'test']).default('production'),
  LOCAL_NUMBER_VERIFY_ORIGIN: origin().optional(),
  LOCAL_NUMBER_EDITIONS: listOf(['miniProgram', 'h5', 'h5Vendor']).default(['miniProgram', 'h5']),
  LOCAL_NUMBER_YES_CODES: codes.default(['000']),
  LOCAL_NUMBER_NO_CODES: codes.default(['001']),
  LOCAL_NUMBER_USER_INFORMATION: oneOf(['asItCame', 'decodedOnce']).default('asItCame'),
  LOCAL_NUMBER_DAILY_LIMIT: wholeNumber(1, 1000).default(10),
  LOCAL_NUMBER_CONSENT_VERSIONS: list('versions of your terms').default(['1']),

  LOCAL_NUMBER_TICKET_PRIVATE_KEY: ticketPrivateKey('make one: openssl genpkey -algorithm ed25519'),
  LOCAL_NUMBER_TICKET_ISSUER: z.string().default('local-number'),
  LOCAL_NUMBER_TICKET_AUDIENCE: z.string().default('local-number'),
  LOCAL_NUMBER_HASH_SECRET: required('make one: openssl rand -base64 32').min(32, {
    error: 'must have at least 32 characters: openssl rand -base64 32',
  }),
}

export type ServerVariables = z.infer<z.ZodObject<typeof serverVariables>>
