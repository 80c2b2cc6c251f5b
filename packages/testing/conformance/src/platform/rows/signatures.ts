// Signatures of the token call and of the verification (protocol.md §2 and §5).
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../../texts'
import type { Bend } from '../bend'
import type { Row } from '../row'

interface Forgery {
  readonly name: string
  readonly cause: CauseId
  readonly when: Localized
  readonly recipe: Localized
  readonly bends: readonly Bend[]
}

const FORGERIES: readonly Forgery[] = [
  {
    name: 'foreign_key',
    cause: 'keyPairMismatch',
    when: { zh: '签名私钥与报备的公钥不配对', en: 'to a signature by a key that is not filed' },
    recipe: { zh: '用另一对密钥的私钥签名。', en: 'Sign with the private key of another pair.' },
    bends: [{ sign: 'foreignKey' }],
  },
  {
    name: 'other_encoding',
    cause: 'signedWithoutTool',
    when: { zh: '签名写成十六进制而不是 base64', en: 'to a right signature written in hex' },
    recipe: { zh: '签名用十六进制而不是 base64。', en: 'Write the signature in hex and not in base64.' },
    bends: [{ sign: 'hex' }],
  },
  {
    name: 'other_algorithm',
    cause: 'signedWithoutTool',
    when: { zh: '签名算法不是报备的那个', en: 'to a signature by another algorithm' },
    recipe: { zh: '用 SHA256withRSA 而不是 MD5withRSA 签名。', en: 'Sign by SHA256withRSA and not by MD5withRSA.' },
    bends: [{ sign: 'sha256' }],
  },
  {
    name: 'no_signature',
    cause: 'signedWithoutTool',
    when: { zh: '签名只是一段普通文字', en: 'to any text in the place of a signature' },
    recipe: { zh: '随便发一段文字当签名。', en: 'Send any text as the signature.' },
    bends: [{ sign: 'noSignature' }],
  },
]

const CALLS = { sign: 'getToken', verify: 'verify' } as const

const FORGED: readonly Row[] = (['sign', 'verify'] as const).flatMap((topic) =>
  FORGERIES.map(({ name, ...forgery }) => ({
    ...forgery,
    id: `@${topic}_130018_${name}` as const,
    source: 'S appendix 130018',
    call: CALLS[topic],
    code: '130018',
  })),
)

/** Of the pre-sign: each of another attempt, of the right shape. */
const PRE_SIGN_FIELDS: Bend['tampered'] = {
  msgId: 'A'.repeat(32),
  timestamp: '20200101000000000',
  uuid: 'B'.repeat(32),
  version: '1.1',
}

const VERIFY_FIELDS: Bend['tampered'] = {
  msgId: 'A'.repeat(32),
  timestamp: '20200101000000000',
  token: 'C'.repeat(48),
  version: '1.1',
}

const each = (fields: Bend['tampered'] = {}): readonly Bend[] =>
  Object.entries(fields).map(([name, value]) => ({ tampered: { [name]: value } }))

const CHANGED_RECIPE: Localized = { zh: '签名之后再改动一个被签的字段。', en: 'Change a signed field after signing.' }

const CHANGED: readonly Row[] = [
  {
    id: '@sign_130018_another_attempt',
    source: 'protocol.md §2',
    call: 'getToken',
    code: '130018',
    cause: 'signedAnotherAttempt',
    when: { zh: '签名是为另一个准签名做的', en: 'to the signature of another pre-sign' },
    recipe: { zh: '签另一次 getSign 的准签名。', en: 'Sign the pre-sign of another getSign.' },
    bends: [{ sign: 'anotherText' }],
  },
  {
    id: '@sign_130018_changed_field',
    source: 'protocol.md §2',
    call: 'getToken',
    code: '130018',
    cause: 'signedAnotherAttempt',
    when: { zh: '签名之后改动了 msgId、timestamp、uuid 或 version', en: 'when a field of the pre-sign was changed' },
    recipe: CHANGED_RECIPE,
    bends: each(PRE_SIGN_FIELDS),
  },
  {
    id: '@verify_130018_changed_field',
    source: 'protocol.md §5',
    call: 'verify',
    code: '130018',
    cause: 'signedWithoutTool',
    when: { zh: '签名之后改动了 msgId、timestamp、token 或 version', en: 'when a signed field was changed' },
    recipe: CHANGED_RECIPE,
    bends: each(VERIFY_FIELDS),
  },
  {
    id: '@verify_130018_changed_phone_num',
    source: 'S appendix 130018',
    call: 'verify',
    code: '130018',
    cause: 'phoneNumEncryption',
    when: { zh: '签名之后又重新加密了 phoneNum', en: 'when phoneNum was encrypted anew after signing' },
    recipe: { zh: '签名之后再换一份 phoneNum 密文。', en: 'Put another ciphertext into phoneNum after signing.' },
    bends: [{ tampered: { phoneNum: Buffer.alloc(128, 1).toString('base64') } }],
  },
  {
    id: '@verify_130018_before_decryption',
    source: 'S 1.2 step 14',
    call: 'verify',
    code: '130018',
    cause: 'keyPairMismatch',
    when: {
      zh: '签名和密文都不对（先验签，再解密）',
      en: 'when signature and ciphertext are wrong: it verifies first',
    },
    recipe: {
      zh: '签名和 phoneNum 都用错误的密钥：先验签，所以是 130018。',
      en: 'Use wrong keys for both sign and phoneNum: the signature is verified first.',
    },
    bends: [
      { sign: 'foreignKey', phoneNum: 'foreignKey' },
      { sign: 'noSignature', phoneNum: 'notBase64' },
    ],
  },
]

/** What may be filed in the place of MD5withRSA and base64 (protocol.md §2). */
const SCHEMES = [
  { name: 'sha1', signature: { algorithm: 'SHA1withRSA', encoding: 'base64' }, sign: 'sha1', code: '000000' },
  {
    name: 'sha256_hex',
    signature: { algorithm: 'SHA256withRSA', encoding: 'HEX' },
    sign: 'sha256InUpperHex',
    code: '000000',
  },
  { name: 'md5_no_more', signature: { algorithm: 'SHA256withRSA', encoding: 'HEX' }, sign: undefined, code: '130018' },
] as const

const SUCCESS = { getToken: '000000', verify: '000' } as const

const FILED_SCHEMES: readonly Row[] = (['sign', 'verify'] as const).flatMap((topic) =>
  SCHEMES.map(({ name, signature, sign, code }) => {
    const expected = code === '000000' ? SUCCESS[CALLS[topic]] : code
    const scheme = `${signature.algorithm}, ${signature.encoding}`
    return {
      id: `@${topic}_${expected}_filed_${name}` as const,
      source: 'protocol.md §2',
      basis: 'inferred' as const,
      call: CALLS[topic],
      code: expected,
      when: {
        zh: `报备的签名方式为 ${scheme}、${sign ? '签名也是' : '签名仍是 MD5withRSA'}`,
        en: `to a signature by ${sign ? 'the filed scheme' : 'MD5withRSA when another scheme is filed'} (${scheme})`,
      },
      given: [{ app: { signature } }],
      bends: [sign ? { sign } : {}],
    }
  }),
)

export const SIGNATURE_ROWS: readonly Row[] = [...FORGED, ...CHANGED, ...FILED_SCHEMES]
