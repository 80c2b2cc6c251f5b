// The fields of an app registration.

import { isOrigin } from '@local-number/service-kit'
import type { AppPatch, AppRegistration } from '@local-number/simulator-contract'
import { z } from 'zod'
import { normalizeIpAddress } from '../common/ip-address'
import { parsePrivateKey, parsePublicKey } from '../crypto/keys'
import { oneOf, strict, withCode } from './fields'

const text = z.string({
  error: ({ input }) => (input === undefined ? 'is missing' : 'must be text; in YAML, digits need quotes'),
})

const key = (read: (key: string, what: string) => unknown) =>
  text.refine(
    (value) => {
      try {
        read(value, '')
        return true
      } catch {
        return false
      }
    },
    {
      error: 'is not an RSA key: give the base64 of its DER, without PEM lines',
      params: withCode('notAnRsaKey'),
    },
  )

const wholeNumber = z.int({ error: 'must be a whole number' }).min(0, { error: 'must not be negative' })
const time = wholeNumber.meta({ description: 'Milliseconds since 1970.' })
const flag = z.boolean({ error: 'must be true or false' })

const origin = text.refine((value) => value.length <= 256 && isOrigin(value), {
  error: 'must be a web origin such as https://shop.example',
})

/** More than any customer needs. */
const MAX_LIST_ITEMS = 100
const createList = <T extends z.ZodType>(item: T) =>
  z.array(item, { error: 'must be a list' }).max(MAX_LIST_ITEMS, { error: `must not hold more than ${MAX_LIST_ITEMS}` })

/** Not longer than the ten minutes in which unused tokens count towards 103911. */
const MAX_LIFETIME_MS = 600_000
const lifetimeError = { error: `must be a whole number from 1 to ${MAX_LIFETIME_MS}` }

/** Fields of an app that can also come from an environment variable. */
export const values = {
  appId: text.regex(/^\d{6,20}$/, { error: 'must be 6 to 20 digits' }),
  appKey: text.regex(/^[!-&(-~]{1,512}$/, {
    error: 'must be 1 to 512 printable characters without spaces and single quotes',
  }),
  wxappid: text.regex(/^wx[0-9a-z]{1,62}$/, { error: 'must be wx, then letters and digits' }),
  customerPublicKey: key(parsePublicKey),
  platformPrivateKey: key(parsePrivateKey),
}

const fields = {
  appId: values.appId,
  appKey: values.appKey,
  wxappids: createList(values.wxappid).optional(),
  devTools: flag.optional(),
  scenarios: createList(oneOf(['miniProgram', 'h5'])).optional(),
  editions: createList(oneOf(['image', 'httpsMiniProgram', 'httpsH5'])).optional(),
  origins: createList(origin).nullable().optional(),
  lines: createList(oneOf(['production', 'test'])).optional(),
  customerPublicKeys: createList(values.customerPublicKey).optional().meta({
    description: 'Base64 of X.509 DER. Default: the demo customer’s key. An empty list registers none.',
  }),
  signature: strict({
    algorithm: oneOf(['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']),
    encoding: oneOf(['base64', 'hex', 'HEX']),
  }).optional(),
  platformKeys: strict({
    privateKey: values.platformPrivateKey.optional(),
    bits: z.literal([1024, 2048], { error: 'must be 1024 or 2048' }).optional(),
  }).optional(),
  dailyLimit: wholeNumber.optional(),
  dailyLimitPeriod: oneOf(['calendarDay', 'last24Hours']).optional(),
  tokenLifetimeMs: z.int(lifetimeError).min(1, lifetimeError).max(MAX_LIFETIME_MS, lifetimeError).optional(),
  ipWhiteList: createList(
    z.union([z.ipv4(), z.ipv6()], { error: 'must be an IP address' }).overwrite(normalizeIpAddress),
  )
    .nullable()
    .optional(),
  capability: flag.optional(),
  contract: oneOf(['bound', 'unbound']).optional(),
  balance: wholeNumber.nullable().optional(),
  effectiveAt: time.nullable().optional(),
  expiresAt: time.nullable().optional(),
  codes: oneOf(['document', 'family']).optional(),
}

export const appSchema = strict(fields) satisfies z.ZodType<AppRegistration>

const { appId: _, ...changeable } = fields

export const appPatchSchema = strict(changeable).partial() satisfies z.ZodType<AppPatch>
