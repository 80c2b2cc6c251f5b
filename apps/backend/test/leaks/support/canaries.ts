// Numbers and secrets that occur nowhere else. What is found of them has leaked.
import { randomBytes } from 'node:crypto'
import { createEd25519Keys, createRsaKeys } from '../../../../../packages/server/test/support/keys'
import { type Form, listEncodings, listNumberForms, listSecretForms } from './forms'

/** Typed by a user whose SIM has it. */
export const RIGHT_NUMBER = '15927364801'
/** Typed by a user whose SIM has another one. */
export const WRONG_NUMBERS = ['18746053927', '18746053928', '18746053929', '18746053930', '18746053931'] as const
/** Where no number belongs: in paths, headers, names of fields, answers of the platform. */
export const STRAY_NUMBER = '17390584625'

const createSecret = (name: string) => `${name}-${randomBytes(24).toString('base64url')}`

export const TOKEN = createSecret('token')
/** Where no token belongs. */
export const STRAY_TOKEN = createSecret('stray')
export const APP_KEY = createSecret('appKey')
export const HASH_SECRET = createSecret('hashSecret')
export const STORE_PASSWORD = createSecret('password')
export const WEBHOOK_SECRET = createSecret('webhook')
export const CAPTCHA_SECRET = createSecret('captcha')
export const WECHAT_SECRET = createSecret('wechat')
/** Sent by the page of a user who logs in by message. */
export const DEVICE = createSecret('device')
export const CUSTOMER_PRIVATE_KEY = createRsaKeys().privateKey
export const TICKET_PRIVATE_KEY = createEd25519Keys().privateKey

/** With which every key of a kind begins: algorithm and lengths. */
const HEADER_BYTES = 36
/** 16 characters of base64: who leaks a line of a key leaks a whole piece. */
const PIECE_BYTES = 12

export interface Canary {
  readonly name: string
  /** Whether clients send it. */
  readonly isSent: boolean
  readonly forms: readonly Form[]
}

export const CANARIES: readonly Canary[] = [
  ...[RIGHT_NUMBER, ...WRONG_NUMBERS, STRAY_NUMBER].map((number) => ({
    name: number,
    isSent: true,
    forms: listNumberForms(number),
  })),
  ...Object.entries({
    TOKEN,
    STRAY_TOKEN,
    DEVICE,
    APP_KEY,
    HASH_SECRET,
    STORE_PASSWORD,
    WEBHOOK_SECRET,
    CAPTCHA_SECRET,
    WECHAT_SECRET,
  }).map(([name, secret]) => ({
    name,
    isSent: [TOKEN, STRAY_TOKEN, DEVICE].includes(secret),
    forms: listSecretForms(secret),
  })),
  ...Object.entries({ CUSTOMER_PRIVATE_KEY, TICKET_PRIVATE_KEY }).map(([name, key]) => ({
    name,
    isSent: false,
    forms: listKeyForms(key),
  })),
]

function listKeyForms(key: string): readonly Form[] {
  const secret = Buffer.from(key, 'base64').subarray(HEADER_BYTES)
  const count = Math.floor(secret.length / PIECE_BYTES)
  const pieces = Array.from({ length: count }, (_, index) =>
    secret.subarray(index * PIECE_BYTES).subarray(0, PIECE_BYTES),
  )
  return pieces.flatMap(listEncodings)
}
