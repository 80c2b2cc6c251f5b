// The encrypted number: 130016 if it cannot be decrypted, 999999 if it contains something else (protocol.md §5).
import type { CallScenario } from '../call-scenario'

const ENCRYPTION = {
  source: 'S appendix 130016',
  basis: 'inferred',
  call: 'verify',
  cause: 'phoneNumEncryption',
} as const

/** Longer than one block holds, which is 117 or 245 bytes. */
const LONG_APP_KEY = 'K'.repeat(230)

const LONG = [
  { name: 'blocks_of_1024_bits', bits: 1024, blocks: 3 },
  { name: 'key_of_2048_bits', bits: 2048, blocks: 1 },
  { name: 'blocks_of_2048_bits', bits: 2048, blocks: 2 },
] as const

export const ENCRYPTION_SCENARIOS: readonly CallScenario[] = [
  {
    ...ENCRYPTION,
    id: '@verify_130016_foreign_key',
    code: '130016',
    when: { zh: 'phoneNum 用错了公钥', en: 'to a phoneNum that is encrypted for another key' },
    recipe: {
      zh: '用别的公钥（不是平台公钥）加密 phoneNum。',
      en: "Encrypt phoneNum for a key that is not the platform's.",
    },
    alterations: [{ phoneNum: 'foreignKey' }],
  },
  {
    ...ENCRYPTION,
    id: '@verify_130016_other_padding',
    code: '130016',
    when: { zh: 'phoneNum 没有 PKCS#1 v1.5 填充', en: 'to a phoneNum without PKCS#1 v1.5 padding' },
    recipe: { zh: '不加填充地加密 phoneNum（NoPadding）。', en: 'Encrypt phoneNum without padding (NoPadding).' },
    alterations: [{ phoneNum: 'unpadded' }],
  },
  {
    ...ENCRYPTION,
    id: '@verify_130016_no_ciphertext',
    code: '130016',
    when: { zh: 'phoneNum 不是完整的密文', en: 'to a phoneNum that is not a complete ciphertext' },
    recipe: {
      zh: '把号码明文或被截断的密文当 phoneNum 发送。',
      en: 'Send plain text, or part of a ciphertext, as phoneNum.',
    },
    alterations: [{ phoneNum: 'notBase64' }, { phoneNum: 'cut' }],
  },
  {
    ...ENCRYPTION,
    id: '@verify_999999_other_app_key',
    source: 'S appendix 999999',
    code: '999999',
    when: { zh: 'phoneNum 里的 appKey 不对', en: 'to a phoneNum with another appKey' },
    recipe: { zh: '用错误的 appKey 拼 phoneNum 的明文。', en: 'Encrypt the number with another appKey after it.' },
    alterations: [{ phoneNum: 'otherAppKey' }],
  },
  {
    ...ENCRYPTION,
    id: '@verify_999999_other_timestamp',
    source: 'S appendix 999999',
    code: '999999',
    when: { zh: 'phoneNum 里的 timestamp 与报文头不同', en: "to a phoneNum with another timestamp than the header's" },
    recipe: {
      zh: '用另一个 timestamp 拼 phoneNum 的明文。',
      en: 'Encrypt the number with another timestamp after it.',
    },
    alterations: [{ phoneNum: 'otherTimestamp' }],
  },
  {
    ...ENCRYPTION,
    id: '@verify_999999_number_alone',
    source: 'S appendix 999999',
    code: '999999',
    when: { zh: 'phoneNum 只加密了号码', en: 'to a phoneNum that contains the number only' },
    recipe: { zh: '只加密号码，不带 appKey 和 timestamp。', en: 'Encrypt the number without appKey and timestamp.' },
    alterations: [{ phoneNum: 'numberAlone' }],
  },
  ...LONG.map(({ name, bits, blocks }) => ({
    id: `@verify_000_${name}` as const,
    source: 'protocol.md §5',
    call: 'verify' as const,
    code: '000',
    title: {
      zh: `平台公钥为 ${bits} 位、明文分成 ${blocks} 块时可以校验`,
      en: `A platform key of ${bits} bits decrypts ${blocks} block${blocks > 1 ? 's' : ''}`,
    },
    when: { zh: '密文较长', en: 'to a long ciphertext' },
    registration: { platformKeys: { bits }, ...(blocks > 1 ? { appKey: LONG_APP_KEY } : {}) },
  })),
]
