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

test('a certificate is not imported as a key', () => {
  run('req', '-x509', '-key', '2048.pem', '-subj', '/CN=test', '-out', 'cert.pem')
  expect(() => importPublicKey(fileText('cert.pem'))).toThrow(expect.objectContaining({ code: 'keyMalformed' }))
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
