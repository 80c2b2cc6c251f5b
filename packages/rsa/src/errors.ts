// Every error in one table: a stable code, and a sentence with cause and remedy that never contains key material.

/** Which key an error is about. */
export type KeyRole = 'private key' | 'public key'

const messages = {
  keyMissing: 'The {key} is missing. Set it: base64 of DER, PEM, RSAKeyValue XML or a JWK.',
  keyNotBase64:
    'The {key} must be base64 of DER, PEM, RSAKeyValue XML or a JWK, and contains characters of none of them. ' +
    'Copy it again from its source.',
  keyPlusLost:
    'The {key} contains spaces where plus signs (+) were: decoding of a web form turned them into spaces. ' +
    'Copy it again from its source, or use base64url.',
  keyPemDamaged:
    'The {key} has a damaged BEGIN or END line. Write both as openssl does: capital letters, spaces between the ' +
    'words, and five dashes on each side.',
  keyTruncated: 'The {key} ends too early: its end was lost in copying. Copy it again to the last character.',
  keyMalformed:
    'The {key} must be a key in PKCS#8, PKCS#1 or X.509 SubjectPublicKeyInfo form, RSAKeyValue XML or a JWK, and is ' +
    'something else. A PKCS#12 file must be converted with openssl, an OpenSSH key with ssh-keygen; a damaged key ' +
    'must be copied again.',
  keyIncomplete:
    'The {key} lacks some of its numbers. Export it again with all of them: a private key needs its primes, too.',
  keyAmbiguous: 'The {key} is one of several in this text. Keep only the one to use.',
  keyDamaged: 'The {key} has the form of a key, but its numbers do not fit together. Copy it again from its source.',
  keyNotRsa: 'The {key} must be an RSA key and is one of another algorithm. Make an RSA key pair with genKeyPair.',
  keyIsPublic: 'The {key} is expected here, and this is a public key. Check whether the two were exchanged.',
  keyIsPrivate: 'The {key} is expected here, and this is a private key. Check whether the two were exchanged.',
  keyIsCertificate:
    'The {key} is expected here, and this is a certificate, which contains only the public key. Set the key itself.',
  keyEncrypted:
    'The {key} is encrypted with a passphrase. Decrypt it: openssl pkcs8 -topk8 -nocrypt -in encrypted.pem.',
  keyTooSmall: 'The {key} must have at least 1024 bits and has fewer. Make a key pair of 1024 bits or more.',
  keyTooLarge: 'The {key} must have at most 16384 bits and has more, which no engine accepts. Make a smaller key pair.',
  keySizeUnknown: 'The size of a key pair must be 1024, 2048, 3072 or 4096 bits.',
  unknownAlgorithm: 'The signature algorithm must be MD5withRSA, SHA1withRSA or SHA256withRSA.',
  unknownEncoding: 'The signature encoding must be base64, hex or HEX.',
  textNotUnicode: 'The text contains half a surrogate pair, which has no UTF-8 form. Cut text between characters only.',
  randomUnavailable:
    'This platform lacks crypto.getRandomValues, and weak randomness reveals the key. Use a platform that has it.',
  decryptionFailed: 'The text could not be decrypted. Check that it is complete and encrypted for this key pair.',
} as const

/** Stable codes to branch on. */
export type RsaErrorCode = keyof typeof messages

/** The only error this package throws on bad input. */
export class RsaError extends Error {
  override readonly name = 'RsaError'
  readonly code: RsaErrorCode

  constructor(code: RsaErrorCode, role: KeyRole | 'key' = 'key') {
    super(messages[code].replace('{key}', role))
    this.code = code
  }
}
