// Signatures of the token call and the verification (protocol.md §2 and §5).
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../../localized'
import type { Alteration } from '../alteration'
import type { CallScenario } from '../call-scenario'

interface InvalidSignature {
  readonly name: string
  readonly cause: CauseId
  readonly when: Localized
  readonly recipe: Localized
  readonly alterations: readonly Alteration[]
}

const INVALID_SIGNATURES: readonly InvalidSignature[] = [
  {
    name: 'foreign_key',
    cause: 'keyPairMismatch',
    when: { zh: '签名私钥与报备的公钥不配对', en: 'to a signature with a key that is not registered' },
    recipe: { zh: '用另一对密钥的私钥签名。', en: 'Sign with the private key of another pair.' },
    alterations: [{ sign: 'foreignKey' }],
  },
  {
    name: 'other_encoding',
    cause: 'signedWithoutTool',
    when: { zh: '签名写成十六进制而不是 base64', en: 'to a correct signature in hex' },
    recipe: { zh: '签名用十六进制而不是 base64。', en: 'Encode the signature in hex instead of base64.' },
    alterations: [{ sign: 'hex' }],
  },
  {
    name: 'other_algorithm',
    cause: 'signedWithoutTool',
    when: { zh: '签名算法不是报备的那个', en: 'to a signature with another algorithm' },
    recipe: { zh: '用 SHA256withRSA 而不是 MD5withRSA 签名。', en: 'Sign with SHA256withRSA instead of MD5withRSA.' },
    alterations: [{ sign: 'sha256' }],
  },
  {
    name: 'no_signature',
    cause: 'signedWithoutTool',
    when: { zh: '签名只是一段普通文字', en: 'to text that is not a signature' },
    recipe: { zh: '随便发一段文字当签名。', en: 'Send arbitrary text as the signature.' },
    alterations: [{ sign: 'noSignature' }],
  },
]

const CALLS = { sign: 'getToken', verify: 'verify' } as const

const INVALID: readonly CallScenario[] = (['sign', 'verify'] as const).flatMap((topic) =>
  INVALID_SIGNATURES.map(({ name, ...facts }) => ({
    ...facts,
    id: `@${topic}_130018_${name}` as const,
    source: 'S appendix 130018',
    call: CALLS[topic],
    code: '130018',
  })),
)

/** Fields of the pre-sign with well-formed values of another attempt. */
const PRE_SIGN_FIELDS: Alteration['fieldsAfterSigning'] = {
  msgId: 'A'.repeat(32),
  timestamp: '20200101000000000',
  uuid: 'B'.repeat(32),
  version: '1.1',
}

const VERIFY_FIELDS: Alteration['fieldsAfterSigning'] = {
  msgId: 'A'.repeat(32),
  timestamp: '20200101000000000',
  token: 'C'.repeat(48),
  version: '1.1',
}

const toAlterations = (fields: Alteration['fieldsAfterSigning'] = {}): readonly Alteration[] =>
  Object.entries(fields).map(([name, value]) => ({ fieldsAfterSigning: { [name]: value } }))

const CHANGED_RECIPE: Localized = { zh: '签名之后再改动一个被签的字段。', en: 'Change a signed field after signing.' }

const CHANGED: readonly CallScenario[] = [
  {
    id: '@sign_130018_another_attempt',
    source: 'protocol.md §2',
    call: 'getToken',
    code: '130018',
    cause: 'signedAnotherAttempt',
    when: { zh: '签名是为另一个准签名做的', en: 'to the signature of another pre-sign' },
    recipe: { zh: '签另一次 getSign 的准签名。', en: 'Sign the pre-sign of another getSign.' },
    alterations: [{ sign: 'anotherText' }],
  },
  {
    id: '@sign_130018_changed_field',
    source: 'protocol.md §2',
    call: 'getToken',
    code: '130018',
    cause: 'signedAnotherAttempt',
    when: {
      zh: '签名之后改动了 msgId、timestamp、uuid 或 version',
      en: 'when a field of the pre-sign is changed after signing',
    },
    recipe: CHANGED_RECIPE,
    alterations: toAlterations(PRE_SIGN_FIELDS),
  },
  {
    id: '@verify_130018_changed_field',
    source: 'protocol.md §5',
    call: 'verify',
    code: '130018',
    cause: 'signedWithoutTool',
    when: { zh: '签名之后改动了 msgId、timestamp、token 或 version', en: 'when a signed field is changed' },
    recipe: CHANGED_RECIPE,
    alterations: toAlterations(VERIFY_FIELDS),
  },
  {
    id: '@verify_130018_changed_phone_num',
    source: 'S appendix 130018',
    call: 'verify',
    code: '130018',
    cause: 'phoneNumEncryption',
    when: { zh: '签名之后又重新加密了 phoneNum', en: 'when phoneNum is encrypted again after signing' },
    recipe: { zh: '签名之后再换一份 phoneNum 密文。', en: 'Replace the ciphertext in phoneNum after signing.' },
    alterations: [{ fieldsAfterSigning: { phoneNum: Buffer.alloc(128, 1).toString('base64') } }],
  },
  {
    id: '@verify_130018_before_decryption',
    source: 'S 1.2 step 14',
    call: 'verify',
    code: '130018',
    cause: 'keyPairMismatch',
    when: {
      zh: '签名和密文都不对（先验签，再解密）',
      en: 'when both signature and ciphertext are wrong, because the signature is verified first',
    },
    recipe: {
      zh: '签名和 phoneNum 都用错误的密钥：先验签，所以是 130018。',
      en: 'Use wrong keys for both sign and phoneNum: the signature is verified first.',
    },
    alterations: [
      { sign: 'foreignKey', phoneNum: 'foreignKey' },
      { sign: 'noSignature', phoneNum: 'notBase64' },
    ],
  },
]

/** Schemes that can be registered instead of MD5withRSA and base64 (protocol.md §2). */
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

const REGISTERED_SCHEMES: readonly CallScenario[] = (['sign', 'verify'] as const).flatMap((topic) =>
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
        en: `to a signature with ${sign ? 'the registered scheme' : 'MD5withRSA when another scheme is registered'} (${scheme})`,
      },
      setup: [{ app: { signature } }],
      alterations: [sign ? { sign } : {}],
    }
  }),
)

export const SIGNATURE_SCENARIOS: readonly CallScenario[] = [...INVALID, ...CHANGED, ...REGISTERED_SCHEMES]
