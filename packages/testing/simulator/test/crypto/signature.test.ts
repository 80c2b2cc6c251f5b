// Signatures made by the JDK (vectors/rsautils-jdk.json).
import type { SignatureAlgorithm } from '@local-number/simulator-contract'
import { parsePublicKey } from '../../src/crypto/keys'
import { verifySignature } from '../../src/crypto/signature'
import { keys } from '../vectors/rsautils-jdk.json'

const ALGORITHMS: SignatureAlgorithm[] = ['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']

describe.each(keys)('verifySignature with a key of $bits bits', ({ publicKey, cases }) => {
  const key = parsePublicKey(publicKey, 'publicKey')

  test.each(ALGORITHMS)('verifies %s in every encoding', (algorithm) => {
    for (const { text, [algorithm]: sign } of cases) {
      const hex = Buffer.from(sign, 'base64').toString('hex')
      expect(verifySignature(text, sign, { algorithm, encoding: 'base64', key })).toBe(true)
      expect(verifySignature(text, hex, { algorithm, encoding: 'hex', key })).toBe(true)
      expect(verifySignature(text, hex.toUpperCase(), { algorithm, encoding: 'HEX', key })).toBe(true)
      expect(verifySignature(text, hex.toUpperCase(), { algorithm, encoding: 'hex', key })).toBe(false)
      expect(verifySignature(`${text}.`, sign, { algorithm, encoding: 'base64', key })).toBe(false)
    }
  })

  test('refuses another algorithm than the registered one', () => {
    const { text, SHA256withRSA: sign } = cases[0]!
    expect(verifySignature(text, sign, { algorithm: 'MD5withRSA', encoding: 'base64', key })).toBe(false)
  })

  test('accepts only one spelling of a signature', () => {
    const { text, MD5withRSA: sign } = cases[0]!
    const spellings = [sign.replace('=', ''), `${sign}=`, ` ${sign}`, sign.replaceAll('/', '_').replaceAll('+', '-')]
    const accepted = spellings
      .filter((spelling) => spelling !== sign)
      .map((spelling) => verifySignature(text, spelling, { algorithm: 'MD5withRSA', encoding: 'base64', key }))
    expect(accepted).not.toContain(true)
  })
})
