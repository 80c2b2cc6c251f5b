// Texts that an attacker may send to be signed: pre-signs of every edition, verify strings, and imitations of them.
import { formatTimestamp, HTTPS_ID_ALPHABET } from '@local-number/protocol'
import fc from 'fast-check'
import { APP_ID, NOON } from './business'

const alphabet = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length })
const DIGITS = '0123456789'
export const ALNUM = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`
const HEX = `${DIGITS}abcdef`

const timestamp = fc
  .tuple(fc.integer({ min: -48, max: 56 }), fc.integer({ min: -120_000, max: 120_000 }))
  .map(([quarters, skew]) => formatTimestamp(NOON + skew, quarters * 15))

export const ownPreSign = fc
  .tuple(alphabet(ALNUM, 32), timestamp, alphabet(ALNUM, 32))
  .map(([msgId, time, uuid]) => `${APP_ID}${msgId}${time}${uuid}1.2`)

const guid = fc.tuple(...[8, 4, 4, 4, 12].map((length) => alphabet(HEX, length))).map((groups) => groups.join('-'))
const vendorPreSign = fc
  .tuple(fc.stringMatching(/^\d{1,20}$/), timestamp, guid, fc.constantFrom('1.0', '1.1', '1.2'))
  .map(([fraction, time, uuid, version]) => `${APP_ID}0.${fraction}${time}${uuid}${version}`)

export const imagePreSign = fc.oneof(ownPreSign, vendorPreSign)

/** Of either client. */
export const httpsPreSign = fc
  .tuple(fc.constantFrom('1', '5'), alphabet(HTTPS_ID_ALPHABET, 32), timestamp)
  .map(([businessType, traceId, time]) => `${APP_ID}${businessType}${traceId}${time}${traceId}1.0`)

const preSign = fc.oneof(imagePreSign, httpsPreSign)

const phoneNum = fc
  .tuple(fc.constantFrom(128, 256, 384, 512), fc.integer({ min: 1, max: 2 }), fc.infiniteStream(fc.nat(255)))
  .map(([block, blocks, bytes]) => Buffer.from([...bytes.take(block * blocks)]).toString('base64'))

/** Any text, and parts of real pre-signs, which an attacker would choose. */
export const imitation = fc.oneof(
  fc.string({ maxLength: 64 }),
  preSign,
  fc.tuple(preSign, fc.nat(90)).map(([text, from]) => text.slice(from)),
  fc.tuple(preSign, fc.nat(90)).map(([text, to]) => text.slice(0, to)),
)

export const verifyString = fc
  .record({
    msgId: fc.oneof(alphabet(HEX, 32), alphabet(ALNUM, 32), fc.constant(''), imitation),
    phoneNum,
    time: fc.oneof(timestamp, fc.constant('')),
    token: imitation,
    version: fc.constantFrom('1.0', '1.2', ''),
  })
  .map(({ msgId, phoneNum, time, token, version }) => `${APP_ID}${msgId}${phoneNum}${time}${token}${version}`)
