// Keys as other people's tools, files and settings deliver them.
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { derivePublicKey, importPrivateKey, importPublicKey, keysMatch, type RsaErrorCode } from '../src/index'
import { engines } from './support/engines'
import { toJwk, toPem, toPrivateObject, toPublicObject, toUrlSafe, toXml } from './support/forms'
import { rejection } from './support/rejection'
import { jdk1024, jdk2048 } from './support/vectors'

const { privateKey, publicKey, cases } = jdk1024
const { text, ciphertext, MD5withRSA: signature } = cases[0]!
const other = jdk2048
const pem = toPem('PRIVATE KEY', privateKey)
const publicPem = toPem('PUBLIC KEY', publicKey)
const oneLine = pem.trim().replaceAll('\n', ' ')
const [mine, theirs] = [toPrivateObject(privateKey), toPublicObject(publicKey)]
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ecPem = ec.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string
const locked = mine.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-128-cbc', passphrase: 'x' }) as string
const everyFourth = (base64: string, put: string) => base64.replace(/.{4}/g, `$&${put}`)

const made = [1024, 1024, 1032, 1536].map((modulusLength) => {
  const pair = generateKeyPairSync('rsa', { modulusLength })
  return {
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
})

function inLines(text: string, lineEnd = '\n'): string {
  return (text.match(/.{1,72}/g) ?? []).join(lineEnd)
}

/** A DER file that an editor, or `echo`, has added to. */
function withEnd(base64: string, end: string): string {
  return Buffer.concat([Buffer.from(base64, 'base64'), Buffer.from(end)]).toString('base64')
}

// Both, since what a text is decided by is its form, and not which of the two keys is asked for.
const forms: [form: string, write: (base64: string, label: string) => string][] = [
  ['base64url without padding, as Java’s encodeBase64URLSafeString writes it', (key) => toUrlSafe(key)],
  ['base64url in PEM', (key, label) => toPem(label, toUrlSafe(key))],
  ['both alphabets mixed', (key) => key.replace('+', '-').replace('/', '_')],
  ['too much padding', (key) => `${key.replace(/=+$/, '')}==`],
  ['double quotes', (key) => `"${key}"`],
  ['single quotes', (key) => `'${key}'`],
  ['escaped quotes', (key) => `\\"${key}\\"`],
  ['typographic quotes', (key) => `“${key}”`],
  ['literal \\n between lines', (key) => key.replace(/.{64}/g, '$&\\n')],
  ['PEM with literal \\n, as .env files hold it', (key, label) => toPem(label, key, '\\n')],
  ['PEM with literal \\n in quotes', (key, label) => `"${toPem(label, key, '\\n')}"`],
  ['PEM with literal \\r\\n', (key, label) => toPem(label, key, '\\r\\n')],
  ['PEM with \\\\n, escaped twice', (key, label) => toPem(label, key, '\\\\n')],
  ['PEM with a backslash before each line end, as in shell scripts', (key, label) => toPem(label, key, '\\\n')],
  ['PEM of Windows', (key, label) => toPem(label, key, '\r\n')],
  ['PEM of old Macs', (key, label) => toPem(label, key, '\r')],
  ['PEM behind a byte order mark', (key, label) => `\ufeff${toPem(label, key)}`],
  ['PEM in one line, with spaces', (key, label) => toPem(label, key, ' ')],
  ['PEM without any line break', (key, label) => toPem(label, key, '')],
  ['PEM that is indented, as in YAML', (key, label) => toPem(label, key).replaceAll('\n', '\n    ')],
  ['PEM without its end line', (key, label) => toPem(label, key).split('-----END')[0]!],
  ['PEM in a line of an .env file', (key, label) => `CUSTOMER_KEY="${toPem(label, key, '\\n')}"`],
  ['PEM in a JSON object', (key, label) => JSON.stringify({ type: 'service', private_key: toPem(label, key) })],
  ['base64 of PEM, as Kubernetes shows secrets', (key, label) => btoa(toPem(label, key))],
  ['zero-width characters', (key) => everyFourth(key, '\u200b\u2060\u00ad')],
  ['slashes and equal signs escaped, as JSON writers do', (key) => key.replaceAll('/', '\\/').replace(/=/g, '\\u003d')],
  ['pluses escaped, as .NET writes JSON', (key) => key.replaceAll('+', '\\u002B')],
  ['percent-encoding', (key) => encodeURIComponent(key)],
  ['PEM with character references, as in XML attributes', (key, label) => toPem(label, key, '&#xD;&#10;')],
  ['PEM inside PEM lines that were added again', (key, label) => toPem(label, toPem(label, key))],
  ['base64 of the base64, as doubly encoded secrets are', (key) => btoa(key)],
  ['base64 of base64 of PEM', (key, label) => btoa(btoa(toPem(label, key)))],
  ['base64 in lines of base64 of PEM in lines', (key, label) => inLines(btoa(inLines(btoa(toPem(label, key)))))],
  ['base64 of UTF-16, as PowerShell encodes texts', (key) => Buffer.from(key, 'utf16le').toString('base64')],
  ['PEM of a web form', (key, label) => `${new URLSearchParams({ key: toPem(label, key) })}`],
  ['PEM in one line of a web form', (key, label) => `${new URLSearchParams({ '': toPem(label, key, ' ') })}`.slice(1)],
  ['percent-encoding, twice', (key, label) => encodeURIComponent(encodeURIComponent(toPem(label, key)))],
  ['percent-encoding, three times', (key) => [1, 2, 3].reduce((text) => encodeURIComponent(text), `${key}\n`)],
  ['percent-encoding behind a byte order mark', (key) => encodeURIComponent(`\ufeff${key}`)],
  ['escapes of hex digits', (key) => key.replaceAll('+', '\\x2b').replaceAll('/', '\\x2F')],
  ['PEM with \\x0a', (key, label) => toPem(label, key, '\\x0a')],
  ['PEM with octal escapes', (key, label) => toPem(label, key, '\\015\\012')],
  ['escapes in braces', (key) => key.replaceAll('+', '\\u{2b}')],
  ['PEM with long character references', (key, label) => toPem(label, key, '&#x0000A;')],
  ['PEM with named character references', (key, label) => toPem(label, key, '&NewLine;')],
  ['base64 with named character references', (key) => key.replaceAll('+', '&plus;').replaceAll('/', '&sol;')],
  ['PEM with character references, escaped twice', (key, label) => toPem(label, key, '&amp;#10;')],
  [
    'PEM with character references, escaped three times',
    (key, label) => toPem(label, key, '&amp;amp;#13;&amp;amp;#10;'),
  ],
  ['a bytes literal of Python', (key) => `b'${key}'`],
  ['a bytes literal of Python with PEM', (key, label) => `b'${toPem(label, key, '\\n')}'`],
  ['a line of an .env file', (key) => `KEY="${key}"`],
  ['a line of an .env file without quotes', (key) => `export CUSTOMER_KEY=${key}`],
  ['a line of YAML', (key) => `privateKey: ${key}`],
  ['a statement of JavaScript', (key) => `const privateKey = '${key}';`],
  ['a member of a JSON object', (key) => JSON.stringify({ privateKey: key })],
  [
    'a member of a JSON object in a JSON object, in base64',
    (key) => btoa(JSON.stringify({ data: { key }, version: 1 })),
  ],
  ['a JSON text', (key) => JSON.stringify(JSON.stringify(key))],
  ['a list of lines in JSON', (key) => JSON.stringify(key.match(/.{1,64}/g))],
  ['pieces in Java', (key) => key.replace(/.{64}/g, '$&" +\n    "').replace(/^|$/g, '"')],
  ['pieces of PEM in Java', (key, label) => `"${toPem(label, key, '\\n" +\n  "')}";`],
  ['pieces in Python', (key) => key.replace(/.{64}/g, "$&'\n    '").replace(/^|$/g, "'")],
  ['PEM with line ends of mainframes', (key, label) => toPem(label, key, '\u0085')],
  ['base64 with line ends of mainframes', (key) => inLines(key, '\u0085')],
  ['quoted-printable', (key) => inLines(key.replaceAll('=', '=3D'), '=\r\n')],
  ['quoted-printable PEM', (key, label) => toPem(label, key.replaceAll('=', '=3D'), '\r\n')],
  ['a data URL', (key) => `data:application/octet-stream;base64,${key}`],
  ['a data URL with PEM', (key, label) => `data:application/x-pem-file;base64,${btoa(toPem(label, key))}`],
  ['base64 of DER with a line end behind it', (key) => withEnd(key, '\n')],
  ['base64 of DER with a line end of Windows behind it', (key) => withEnd(key, '\r\n')],
  ['hex of DER', (key) => Buffer.from(key, 'base64').toString('hex')],
  [
    'hex of DER with colons',
    (key) =>
      Buffer.from(key, 'base64')
        .toString('hex')
        .toUpperCase()
        .replace(/..(?=.)/g, '$&:'),
  ],
  ['PEM with the label of another form', (key, label) => toPem(`RSA ${label}`, key)],
]

test.each(forms)('a private and a public key are read in this form: %s', (_form, write) => {
  expect(derivePublicKey(write(privateKey, 'PRIVATE KEY'))).toBe(publicKey)
  expect(keysMatch(privateKey, write(publicKey, 'PUBLIC KEY'))).toBe(true)
})

test('any base64url key is read: the key’s bytes decide which characters it has', () => {
  const wrap = fc.constantFrom(
    (key: string) => key,
    (key: string) => `'${key}'`,
    (key: string) => everyFourth(key, '\n'),
  )
  fc.assert(
    fc.property(wrap, fc.constantFrom(jdk1024, jdk2048, ...made), (write, pair) => {
      expect(keysMatch(write(toUrlSafe(pair.privateKey)), write(toUrlSafe(pair.publicKey)))).toBe(true)
    }),
  )
})

describe('of several blocks, the one that was asked for is read', () => {
  const ecParameters = toPem('EC PARAMETERS', Buffer.from('06082a8648ce3d030107', 'hex').toString('base64'))
  test.each([
    ['private key behind the public one', publicPem + pem],
    ['private key before the public one', pem + publicPem],
    ['private key behind another algorithm’s', ecPem + pem],
    ['private key among parameters', ecParameters + pem],
    ['private key twice', pem + toPem('RSA PRIVATE KEY', privateKey)],
    [
      'private key between other texts',
      `Bag Attributes\n    localKeyID: 01\nKey Attributes: <No Attributes>\n${pem}end`,
    ],
    ['private key behind an encrypted one', locked + pem],
  ])('%s', (_what, blocks) => {
    expect(derivePublicKey(blocks)).toBe(publicKey)
  })

  test('public key beside its private key', () => {
    expect(keysMatch(privateKey, pem + publicPem)).toBe(true)
    expect(keysMatch(privateKey, publicPem + pem)).toBe(true)
  })
})

describe('RSAKeyValue XML and JWK', () => {
  const jwk = mine.export({ format: 'jwk' })
  const xml = toXml(mine)
  test.each([
    ['XML as the carrier’s C# sample uses it', xml, toXml(theirs)],
    ['XML in lines', xml.replaceAll('><', '>\r\n  <'), toXml(theirs).replaceAll('><', '>\n<')],
    ['XML with its declaration', `<?xml version="1.0"?>\n${xml}`, `\ufeff<?xml version="1.0"?>${toXml(theirs)}`],
    [
      'XML with a namespace, as in signatures',
      xml.replace(/<(\/?)/g, '<$1ds:').replace('KeyValue', 'KeyValue xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'),
      toXml(theirs).replace(/<(\/?)/g, '<$1ds:'),
    ],
    ['XML with attributes', xml.replace('<Modulus', '<Modulus id="n"'), toXml(theirs)],
    ['XML as an XmlSerializer writes it', xml.replaceAll('KeyValue', 'Parameters'), toXml(theirs)],
    [
      'XML inside a configuration file',
      xml.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      toXml(theirs).replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ],
    ['JWK', toJwk(mine), toJwk(theirs)],
    ['JWK in lines', JSON.stringify(jwk, null, 2), `${JSON.stringify(theirs.export({ format: 'jwk' }), null, '\t')}\n`],
    ['JWK in quotes', `'${toJwk(mine)}'`, JSON.stringify(toJwk(theirs))],
    ['JWK with its use', JSON.stringify({ ...jwk, use: 'sig', alg: 'RS256', kid: '1' }), toJwk(theirs)],
    ['JWK in base64', btoa(toJwk(mine)), Buffer.from(toJwk(theirs)).toString('base64url')],
    ['JWK in a list', `[${toJwk(mine)}]`, JSON.stringify([theirs.export({ format: 'jwk' })])],
    ['JWK in an object', JSON.stringify({ key: jwk }), JSON.stringify({ data: { key: toJwk(theirs) } })],
    ['XML in base64', btoa(xml), btoa(btoa(toXml(theirs)))],
    ['JWK set', JSON.stringify({ keys: [jwk] }), JSON.stringify({ keys: [theirs.export({ format: 'jwk' })] })],
    [
      'JWK with leading zeros, as some libraries write numbers',
      JSON.stringify({
        ...jwk,
        n: toUrlSafe(Buffer.concat([Buffer.alloc(1), Buffer.from(jwk.n!, 'base64url')]).toString('base64')),
      }),
      toJwk(theirs),
    ],
  ])('%s is read', (_form, written, writtenPublic) => {
    expect(derivePublicKey(written)).toBe(publicKey)
    expect(keysMatch(privateKey, writtenPublic)).toBe(true)
  })
})

type Named = [what: string, key: string, code: RsaErrorCode]
const spaced = (written: string) => written.replaceAll('+', ' ')
const jwkWithout = (...names: string[]) =>
  JSON.stringify(
    Object.fromEntries(Object.entries(mine.export({ format: 'jwk' })).filter(([name]) => !names.includes(name))),
  )

const named: Named[] = [
  ['whose + became spaces', spaced(privateKey), 'keyPlusLost'],
  ['whose + became spaces in PEM', spaced(pem), 'keyPlusLost'],
  ['whose + and line breaks became spaces', spaced(oneLine), 'keyPlusLost'],
  ['whose + became %20', privateKey.replaceAll('+', '%20'), 'keyPlusLost'],
  ['in quotes whose + became spaces', `"${spaced(privateKey)}"`, 'keyPlusLost'],
  ['in XML whose + became spaces', spaced(toXml(mine)), 'keyPlusLost'],
  ['in one line that lost its end', oneLine.slice(0, -80), 'keyTruncated'],
  ['in lines that lost its end', pem.slice(0, -80), 'keyTruncated'],
  ['with four dashes', pem.replaceAll('-----', '----'), 'keyPemDamaged'],
  ['with a lower-case PEM line', pem.replace(/-----[^-]+-----/g, (line) => line.toLowerCase()), 'keyPemDamaged'],
  ['with PEM lines without dashes', pem.replaceAll('-----', ''), 'keyPemDamaged'],
  ['with dashes of a word processor', pem.replaceAll('-----', '—–-'), 'keyPemDamaged'],
  [
    'with PEM lines without spaces',
    pem.replace(/-----[^-]+-----/g, (line) => line.replaceAll(' ', '')),
    'keyPemDamaged',
  ],
  ['with a damaged end line', pem.replace('-----END', '---END'), 'keyPemDamaged'],
  ['that is two private keys', pem + toPem('PRIVATE KEY', other.privateKey), 'keyAmbiguous'],
  ['that is a certificate request', toPem('CERTIFICATE REQUEST', publicKey), 'keyMalformed'],
  ['that is an OpenSSH key', toPem('OPENSSH PRIVATE KEY', btoa(`openssh-key-v1\0${'x'.repeat(99)}`)), 'keyMalformed'],
  ['that is an OpenSSH public key', `ssh-rsa ${btoa(`\0\0\0\x07ssh-rsa${'x'.repeat(99)}`)}`, 'keyMalformed'],
  ['that is encrypted, behind its public key', publicPem + locked, 'keyEncrypted'],
  ['that is a JWK of another algorithm', toJwk(ec.privateKey), 'keyNotRsa'],
  ['that is a public JWK', toJwk(theirs), 'keyIsPublic'],
  ['that is public XML', toXml(theirs), 'keyIsPublic'],
  ['that is a JWK without its primes', jwkWithout('p', 'q', 'dp', 'dq', 'qi'), 'keyIncomplete'],
  ['that is a JWK without its modulus', jwkWithout('n'), 'keyIncomplete'],
  ['that is XML without its D', toXml(mine).replace(/<D>.*<\/D>/, ''), 'keyIncomplete'],
  ['that is XML that ends too early', toXml(mine).slice(0, 300), 'keyTruncated'],
  ['that is a JWK that ends too early', toJwk(mine).slice(0, 300), 'keyTruncated'],
  ['that is a JWK with numbers for texts', JSON.stringify({ kty: 'RSA', n: 1, e: 2 }), 'keyMalformed'],
  ['that is JSON of something else', '{"a":1}', 'keyNotBase64'],
  ['that is an empty PEM', toPem('PRIVATE KEY', ''), 'keyMissing'],
  ['that ends too early, in base64', btoa(pem.slice(0, -80)), 'keyTruncated'],
  ['that is encrypted, in base64', btoa(locked), 'keyEncrypted'],
  ['that is encrypted, in JSON', JSON.stringify({ a: 'text', key: locked, other: publicKey }), 'keyEncrypted'],
  ['whose + became spaces, in JSON', JSON.stringify({ a: 1, key: spaced(privateKey) }), 'keyPlusLost'],
  ['whose + became spaces, in an .env file', `KEY="${spaced(privateKey)}"`, 'keyPlusLost'],
  ['that is public, in JSON', JSON.stringify({ publicKey }), 'keyIsPublic'],
  ['that is two private keys in JSON', JSON.stringify([privateKey, other.privateKey]), 'keyAmbiguous'],
  ['that is nothing in quotes', '""', 'keyMissing'],
]

test('of a JSON object with both halves, the one that was asked for is read', () => {
  for (const pair of [
    { publicKey, privateKey },
    { privateKey, publicKey },
  ]) {
    expect(derivePublicKey(JSON.stringify(pair))).toBe(publicKey)
    expect(keysMatch(privateKey, btoa(JSON.stringify(pair)))).toBe(true)
  }
})

test('a text of 100 kB that holds no key is refused soon, however it is nested', () => {
  const quarter = 25_000
  const texts = [
    'A'.repeat(4 * quarter),
    '"'.repeat(4 * quarter),
    '%25'.repeat(quarter),
    '\\'.repeat(4 * quarter),
    '['.repeat(4 * quarter),
    `${'['.repeat(quarter)}${']'.repeat(quarter)}`,
    `[${'"MII",'.repeat(quarter / 2)}1]`,
    '&amp;'.repeat(quarter),
    '-----BEGIN PRIVATE KEY-----'.repeat(3_000),
    'a = '.repeat(quarter),
    ' '
      .repeat(4 * quarter)
      .replace(/^/, 'a')
      .concat('a'),
  ]
  for (const written of texts) {
    const began = performance.now()
    expect(() => importPrivateKey(written)).toThrow(expect.objectContaining({ name: 'RsaError' }))
    expect(performance.now() - began).toBeLessThan(5_000)
  }
}, 120_000)

test.each(named)('a private key %s is refused by name', (_what, key, code) => {
  expect(() => importPrivateKey(key)).toThrow(expect.objectContaining({ code }))
})

test('the message about lost pluses names the spaces', async () => {
  const { message } = await rejection(() => importPrivateKey(spaced(privateKey)))
  expect(message).toContain('spaces')
  expect(message).toContain('+')
})

test.each<Named>([
  ['whose + became spaces', spaced(publicKey), 'keyPlusLost'],
  ['that is a private JWK', toJwk(mine), 'keyIsPrivate'],
  ['that is private XML', toXml(mine), 'keyIsPrivate'],
  ['that is an encrypted private key', locked, 'keyIsPrivate'],
  ['that is two public keys', publicPem + toPem('PUBLIC KEY', other.publicKey), 'keyAmbiguous'],
])('a public key %s is refused by name', (_what, key, code) => {
  expect(() => importPublicKey(key)).toThrow(expect.objectContaining({ code }))
})

test('a key of any size and form whose + became spaces says so', () => {
  const pairs = [jdk1024, jdk2048, ...made].filter((pair) => pair.privateKey.includes('+'))
  const lineEnds = fc.constantFrom('\n', '\r\n', ' ', '\\n')
  fc.assert(
    fc.property(fc.constantFrom(...pairs), lineEnds, fc.boolean(), (pair, lineEnd, bare) => {
      const written = bare ? pair.privateKey : toPem('PRIVATE KEY', pair.privateKey, lineEnd)
      expect(() => importPrivateKey(spaced(written))).toThrow(expect.objectContaining({ code: 'keyPlusLost' }))
    }),
  )
})

describe.each(engines)('the %s engine', (_engine, rsa) => {
  test('reads a base64url signature and ciphertext', async () => {
    await expect(rsa.verify({ data: text, signature: toUrlSafe(signature), publicKey })).resolves.toBe(true)
    await expect(rsa.decrypt(toUrlSafe(ciphertext), privateKey)).resolves.toBe(text)
  })

  test.each([
    ['XML', toXml(mine), toXml(theirs)],
    ['JWK', toJwk(mine), toJwk(theirs)],
    ['base64url', toUrlSafe(privateKey), toUrlSafe(publicKey)],
  ])('signs, verifies, encrypts and decrypts with keys as %s', async (_form, key, pub) => {
    await expect(rsa.sign(text, key)).resolves.toBe(signature)
    await expect(rsa.verify({ data: text, signature, publicKey: pub })).resolves.toBe(true)
    await expect(rsa.decrypt(await rsa.encrypt(text, pub), key)).resolves.toBe(text)
  })
})

/** All twelve characters in a row that belong to the key alone. */
function listParts(key: string): Set<string> {
  const parts = Array.from({ length: key.length - 11 }, (_, at) => key.slice(at, at + 12))
  return new Set(parts.filter((part) => /^[\w+/=-]{12}$/.test(part) && !part.includes('---')))
}

test('no error about a key contains a part of it, however the key was changed', () => {
  const written = [privateKey, pem, oneLine, toXml(mine), toJwk(mine), toUrlSafe(privateKey), pem + publicPem]
  const materials = written.map((key) => ({ key, parts: listParts(key) }))
  const put = fc.constantFrom('', ' ', '\\', '"', '-----', '<', '{', '%41', '\u200b', 'A')
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(20), put), { minLength: 1, maxLength: 4 })
  const read = fc.constantFrom(importPrivateKey, importPublicKey)
  fc.assert(
    fc.property(fc.constantFrom(...materials), changes, read, ({ key, parts }, made, importKey) => {
      const changed = made.reduce((whole, [at, length, text]) => {
        const from = at % whole.length
        return whole.slice(0, from) + text + whole.slice(from + length)
      }, key)
      try {
        importKey(changed)
      } catch (error) {
        const { name, message, stack } = error as Error
        const said = [message, stack, JSON.stringify(error)].join()
        const found = Array.from({ length: said.length }, (_, at) => said.slice(at, at + 12)).filter((part) =>
          parts.has(part),
        )
        expect([name, found]).toEqual(['RsaError', []])
      }
    }),
    { numRuns: 300 },
  )
})
