// The variables of the way to the platform: TLS and proxy.

import { createLocalNumberServer, type LogFields } from '../../src'
import { readEnvironment } from '../../src/env'
import { certificate, certificateKey } from '../support/certificate'
import { serverEnvironment as environment } from '../support/environment'
import { createEd25519Keys } from '../support/keys'

const read = (changes: Record<string, string>) =>
  readEnvironment([{ ...environment, ...changes }], { variables: {} }).server

const fold = {
  'in lines': (pem: string) => pem,
  'with \\n written out': (pem: string) => pem.replaceAll('\n', '\\n'),
  'with \\r\\n written out': (pem: string) => pem.replaceAll('\n', '\\r\\n'),
  'on one line with spaces': (pem: string) => pem.trim().replaceAll('\n', ' '),
}

it.each(Object.entries(fold))('certificates and their key may be PEM %s', (_, write) => {
  const { tls } = read({
    LOCAL_NUMBER_TLS_CA: write(certificate),
    LOCAL_NUMBER_TLS_CERT: write(certificate + certificate),
    LOCAL_NUMBER_TLS_KEY: write(certificateKey),
    LOCAL_NUMBER_TLS_MIN_VERSION: 'TLSv1.3',
  })
  expect({ ...tls, ca: tls.ca?.trim(), key: tls.key?.trim() }).toEqual({
    ca: certificate.trim(),
    cert: certificate + certificate,
    key: certificateKey.trim(),
    minVersion: 'TLSv1.3',
  })
})

const SECRET = 'not-a-certificate'

it.each<[string, string, Record<string, string>]>([
  [
    'LOCAL_NUMBER_TLS_CA',
    'must hold PEM certificates, or one as base64 of DER: several need their BEGIN and END lines',
    { LOCAL_NUMBER_TLS_CA: SECRET },
  ],
  ['LOCAL_NUMBER_TLS_KEY', 'is missing: tls.cert needs its private key', { LOCAL_NUMBER_TLS_CERT: certificate }],
  ['LOCAL_NUMBER_TLS_CERT', 'is missing: tls.key needs its certificate', { LOCAL_NUMBER_TLS_KEY: certificateKey }],
  [
    'LOCAL_NUMBER_TLS_KEY',
    'and tls.cert must be PEM and belong together, the key without a passphrase',
    { LOCAL_NUMBER_TLS_CERT: certificate, LOCAL_NUMBER_TLS_KEY: createEd25519Keys().privateKey },
  ],
  [
    'LOCAL_NUMBER_TLS_KEY',
    expect.stringMatching(/^is unusable: The private key must be a key in PKCS#8/),
    { LOCAL_NUMBER_TLS_CERT: certificate, LOCAL_NUMBER_TLS_KEY: SECRET },
  ],
  ['LOCAL_NUMBER_TLS_MIN_VERSION', 'must be one of TLSv1.2, TLSv1.3', { LOCAL_NUMBER_TLS_MIN_VERSION: 'TLSv1' }],
  ['HTTPS_PROXY', 'must be an address such as http://proxy.example.com:3128', { HTTPS_PROXY: SECRET }],
  [
    'HTTPS_PROXY',
    'has a % in its user name or password that is no percent-encoding: write it as %25',
    { HTTPS_PROXY: `http://user:100%${SECRET}@proxy.example.com:3128` },
  ],
  ['HTTPS_PROXY', 'must be an address such as http://proxy.example.com:3128', { HTTPS_PROXY: `socks5://${SECRET}` }],
])('%s %s', (variable, problem, changes) => {
  let error: unknown
  try {
    read(changes)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toMatchObject({ problems: [[variable, problem]] })
  expect(String(Object(error).message)).not.toContain(SECRET)
})

it('a proxy is read from HTTPS_PROXY and NO_PROXY, in lower case first', () => {
  const upper = { HTTPS_PROXY: 'http://upper:1', NO_PROXY: 'a.example' }
  expect(read({}).proxy).toEqual({})
  expect(read(upper).proxy).toEqual({ url: 'http://upper:1', bypass: 'a.example' })
  const both = read({ ...upper, https_proxy: 'http://lower:1', no_proxy: 'b.example' })
  expect(both.proxy).toEqual({ url: 'http://lower:1', bypass: 'b.example' })
})

it.each(['https://127.0.0.1:8443', 'http://platform.example.com'])('the start logs no proxy for %s', async (origin) => {
  const write = jest.fn()
  const log = { info: write, warn: write, error: write }
  const settings = read({ HTTPS_PROXY: 'http://proxy.example.com:3128', LOCAL_NUMBER_VERIFY_ORIGIN: origin })
  await createLocalNumberServer({ ...settings, log }).close()
  expect(write).not.toHaveBeenCalledWith(expect.anything(), 'verify calls use a proxy')
})

it.each(['*', 'www.cmpassport.com', 'www.cmpassport.com.', '.com'])(
  'the start logs no proxy if NO_PROXY is %s',
  async (bypass) => {
    const write = jest.fn()
    const log = { info: write, warn: write, error: write }
    const settings = read({ HTTPS_PROXY: 'http://proxy.example.com:3128', NO_PROXY: bypass })
    await createLocalNumberServer({ ...settings, log }).close()
    expect(write).not.toHaveBeenCalledWith(expect.anything(), 'verify calls use a proxy')
  },
)

it('the start logs the proxy without its credentials', async () => {
  const lines: [LogFields, string][] = []
  const write = (fields: LogFields, message: string) => void lines.push([fields, message])
  const log = { info: write, warn: write, error: write }
  const settings = read({ HTTPS_PROXY: 'http://user:p4ssword@proxy.example.com:3128/path?q=1', NO_PROXY: '.internal' })
  const server = createLocalNumberServer({ ...settings, log })
  await server.close()
  expect(lines).toContainEqual([
    { proxy: 'http://proxy.example.com:3128', bypass: '.internal' },
    'verify calls use a proxy',
  ])
})
