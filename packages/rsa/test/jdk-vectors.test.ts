// Keys, signatures and ciphertexts of the JDK, as the carrier's class makes them: both engines agree with them.
import { derivePublicKey, keysMatch } from '../src/index'
import { engines } from './support/engines'
import { algorithms, jdkKeys } from './support/vectors'

describe.each(engines)('the %s engine', (_engine, rsa) => {
  describe.each(jdkKeys)('with the JDK key of $bits bits', ({ privateKey, publicKey, cases }) => {
    test.each(algorithms)('signs every text as the JDK does: %s', async (algorithm) => {
      const signatures = await Promise.all(cases.map(({ text }) => rsa.sign(text, privateKey, { algorithm })))
      expect(signatures).toEqual(cases.map((recorded) => recorded[algorithm]))
    })

    test.each(algorithms)('accepts every signature of the JDK: %s', async (algorithm) => {
      const verdicts = await Promise.all(
        cases.map((recorded) =>
          rsa.verify({ data: recorded.text, signature: recorded[algorithm], publicKey }, { algorithm }),
        ),
      )
      expect(verdicts).toEqual(cases.map(() => true))
    })

    test('decrypts every ciphertext of the JDK', async () => {
      const texts = await Promise.all(cases.map(({ ciphertext }) => rsa.decrypt(ciphertext, privateKey)))
      expect(texts).toEqual(cases.map(({ text }) => text))
    })
  })
})

test.each(jdkKeys)("the JDK's public key of $bits bits follows from its private key, to the letter", (recorded) => {
  expect(derivePublicKey(recorded.privateKey)).toBe(recorded.publicKey)
  expect(keysMatch(recorded.privateKey, recorded.publicKey)).toBe(true)
})
