// Against openssl on the command line: its keys in every form it writes, its signatures and its ciphertexts.
import { derivePublicKey, importPrivateKey, importPublicKey, keysMatch } from '../src/index'
import { engines } from './support/engines'
import { opensslIn } from './support/openssl'

const { run, read, write, remove } = opensslIn()
const sizes = [1024, 1030, 2048]
const digests = [
  ['MD5withRSA', '-md5'],
  ['SHA1withRSA', '-sha1'],
  ['SHA256withRSA', '-sha256'],
] as const
const text = '18818888888 的校验 🚀'

const fileText = (name: string) => read(name).toString('utf8')
const base64 = (name: string) => read(name).toString('base64')

beforeAll(() => {
  for (const bits of sizes) {
    run('genrsa', '-out', `${bits}.pem`, String(bits))
    run('rsa', '-in', `${bits}.pem`, '-pubout', '-out', `${bits}.pub`)
  }
})

afterAll(remove)

/** One private and one public key, written in every form that openssl has for them. */
function everyForm(bits: number) {
  const [key, pub] = [`${bits}.pem`, `${bits}.pub`]
  run('rsa', '-in', key, '-traditional', '-out', 'pkcs1.pem')
  run('rsa', '-in', key, '-traditional', '-outform', 'DER', '-out', 'pkcs1.der')
  run('pkcs8', '-topk8', '-nocrypt', '-in', key, '-out', 'pkcs8.pem')
  run('pkcs8', '-topk8', '-nocrypt', '-in', key, '-outform', 'DER', '-out', 'pkcs8.der')
  run('rsa', '-in', key, '-RSAPublicKey_out', '-out', 'pkcs1.pub')
  run('rsa', '-in', key, '-pubout', '-outform', 'DER', '-out', 'x509.der')
  return {
    privateKeys: [
      fileText('pkcs1.pem'),
      base64('pkcs1.der'),
      fileText('pkcs8.pem'),
      base64('pkcs8.der'),
      fileText(key),
    ],
    publicKeys: [fileText('pkcs1.pub'), base64('x509.der'), fileText(pub)],
  }
}

test.each(sizes)('every form in which openssl writes a key of %i bits imports as the same key', (bits) => {
  const { privateKeys, publicKeys } = everyForm(bits)
  const x509 = base64('x509.der')
  expect(privateKeys.map((key) => derivePublicKey(key))).toEqual(privateKeys.map(() => x509))
  expect(publicKeys.map((key) => keysMatch(privateKeys[0]!, key))).toEqual([true, true, true])
})

describe('a certificate', () => {
  beforeAll(() => {
    run('req', '-x509', '-key', '2048.pem', '-subj', '/CN=test', '-out', 'cert.pem')
    run('pkcs12', '-export', '-inkey', '2048.pem', '-in', 'cert.pem', '-passout', 'pass:x', '-out', 'both.p12')
  })

  test('is read as the public key in it, and refused by name as a private key', () => {
    run('x509', '-in', 'cert.pem', '-outform', 'DER', '-out', 'cert.der')
    for (const certificate of [fileText('cert.pem'), base64('cert.der')]) {
      expect(keysMatch(fileText('2048.pem'), certificate)).toBe(true)
      expect(() => importPrivateKey(certificate)).toThrow(expect.objectContaining({ code: 'keyIsCertificate' }))
    }
  })

  test('before its private key, as openssl pkcs12 -nodes writes them, hides neither', () => {
    const both = run('pkcs12', '-in', 'both.p12', '-passin', 'pass:x', '-nodes')
    expect(both.indexOf('BEGIN CERTIFICATE')).toBeLessThan(both.indexOf('BEGIN PRIVATE KEY'))
    expect(derivePublicKey(both)).toBe(derivePublicKey(fileText('2048.pem')))
    expect(keysMatch(both, both)).toBe(true)
  })

  test('before its encrypted key, as openssl pkcs12 writes them, leaves the passphrase to be named', () => {
    const both = run('pkcs12', '-in', 'both.p12', '-passin', 'pass:x', '-passout', 'pass:open sesame')
    expect(() => importPrivateKey(both)).toThrow(expect.objectContaining({ code: 'keyEncrypted' }))
    expect(keysMatch(fileText('2048.pem'), both)).toBe(true)
  })

  test('is not a request for one', () => {
    run('req', '-new', '-key', '2048.pem', '-subj', '/CN=test', '-outform', 'DER', '-out', 'request.der')
    expect(() => importPublicKey(base64('request.der'))).toThrow(expect.objectContaining({ code: 'keyMalformed' }))
  })

  test('of an EC key is refused by name', () => {
    run(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      'e.pem',
      '-subj',
      '/CN=e',
      '-out',
      'e.crt',
    )
    expect(() => importPublicKey(fileText('e.crt'))).toThrow(expect.objectContaining({ code: 'keyNotRsa' }))
  })
})

test('an EC key is recognized after the parameters that openssl writes before it', () => {
  run('ecparam', '-name', 'prime256v1', '-genkey', '-out', 'ec.pem')
  expect(() => importPrivateKey(fileText('ec.pem'))).toThrow(expect.objectContaining({ code: 'keyNotRsa' }))
})

describe.each(engines)('the %s engine', (_engine, rsa) => {
  test('writes key pairs that openssl accepts', async () => {
    const pair = await rsa.genKeyPair()
    write('ours.der', Buffer.from(rsa.getPrivateKey(pair), 'base64'))
    write('ours.pub', Buffer.from(rsa.getPublicKey(pair), 'base64'))
    expect(run('pkey', '-in', 'ours.der', '-inform', 'DER', '-check', '-noout')).toContain('Key is valid')
    expect(run('pkey', '-pubin', '-in', 'ours.pub', '-inform', 'DER', '-text_pub', '-noout')).toContain('1024 bit')
  })

  describe.each(sizes)("with openssl's key of %i bits", (bits) => {
    test.each(digests)('signs for openssl and verifies signatures of openssl with %s', async (algorithm, flag) => {
      write('text', text)
      write('ours.sig', Buffer.from(await rsa.sign(text, fileText(`${bits}.pem`), { algorithm }), 'base64'))
      expect(run('dgst', flag, '-verify', `${bits}.pub`, '-signature', 'ours.sig', 'text')).toContain('Verified OK')

      run('dgst', flag, '-sign', `${bits}.pem`, '-out', 'theirs.sig', 'text')
      const signed = { data: text, signature: base64('theirs.sig'), publicKey: fileText(`${bits}.pub`) }
      await expect(rsa.verify(signed, { algorithm })).resolves.toBe(true)
      await expect(rsa.verify({ ...signed, data: `${text}.` }, { algorithm })).resolves.toBe(false)
    })

    test('decrypts ciphertexts of openssl, and openssl decrypts its ciphertexts', async () => {
      write('text', text)
      run('pkeyutl', '-encrypt', '-pubin', '-inkey', `${bits}.pub`, '-in', 'text', '-out', 'theirs.bin')
      await expect(rsa.decrypt(base64('theirs.bin'), fileText(`${bits}.pem`))).resolves.toBe(text)

      write('ours.bin', Buffer.from(await rsa.encrypt(text, fileText(`${bits}.pub`)), 'base64'))
      expect(run('pkeyutl', '-decrypt', '-inkey', `${bits}.pem`, '-in', 'ours.bin')).toBe(text)
    })
  })
})
