// Secrets in files, as Docker and Kubernetes mount them: LOCAL_NUMBER_…_FILE. Reading them: service-kit's tests.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment, type Variables } from '../../src/env'
import { SMS_VARIABLES } from '../../src/env/sms'
import { FILE_VARIABLES } from '../../src/env/variables'
import { customer } from '../support/business'
import { certificate, certificateKey } from '../support/certificate'
import { serverEnvironment } from '../support/environment'
import { createP256Keys, createRsaKeys } from '../support/keys'
import { findProblems } from '../support/problems'

const folder = mkdtempSync(join(tmpdir(), 'secret-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

const environment: Record<string, string | undefined> = {
  ...serverEnvironment,
  LOCAL_NUMBER_OTHER_CUSTOMER_PRIVATE_KEY: createRsaKeys().privateKey,
  LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY: createP256Keys().publicKey,
  LOCAL_NUMBER_TLS_CA: certificate,
  LOCAL_NUMBER_TLS_CERT: certificate,
  LOCAL_NUMBER_TLS_KEY: certificateKey,
  HTTPS_PROXY: 'http://user:p4ssword@proxy.example.com:3128',
  LOCAL_NUMBER_WECHAT_APP_ID: 'wx0123456789abcdef',
  LOCAL_NUMBER_WECHAT_APP_SECRET: 'the AppSecret of the mini-program',
  LOCAL_NUMBER_SMS_SENDERS: 'aliyun,tencent,webhook',
  LOCAL_NUMBER_SMS_CAPTCHA: 'tencent',
  ...Object.fromEntries(SMS_VARIABLES.map((name) => [name, 'text of at least thirty-two characters'])),
  LOCAL_NUMBER_SMS_WEBHOOK_URL: 'https://messages.example.com',
}
const read = (...layers: Variables[]) => readEnvironment(layers, { variables: {} })

function write(text: string): string {
  const path = join(folder, 'secret')
  writeFileSync(path, `${text}\n`)
  return path
}

/** The environment with the variable's value in a file. */
const inFile = (name: string, text = environment[name]!): Variables => ({
  ...environment,
  [name]: undefined,
  [`${name}_FILE`]: write(text),
})

test('every secret, the platform’s key and the proxy with its credentials may be in a file', () => {
  expect(FILE_VARIABLES).toEqual(
    expect.arrayContaining([
      'LOCAL_NUMBER_APP_KEY',
      'LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY',
      'LOCAL_NUMBER_OTHER_CUSTOMER_PRIVATE_KEY',
      'LOCAL_NUMBER_PLATFORM_PUBLIC_KEY',
      'LOCAL_NUMBER_TICKET_PRIVATE_KEY',
      'LOCAL_NUMBER_HASH_SECRET',
      'LOCAL_NUMBER_TLS_KEY',
      'HTTPS_PROXY',
    ]),
  )
})

describe.each(FILE_VARIABLES)('%s_FILE', (name) => {
  const value = environment[name] ?? 'value'

  test('sets the same as the variable, without a warning', () => {
    const { server, warnings } = read(inFile(name, value))
    const { now: _, ...direct } = read({ ...environment, [name]: value }).server
    expect(JSON.stringify(server)).toBe(JSON.stringify(direct))
    expect(warnings).toEqual([])
  })

  test('beside the variable is refused once, with both names and without the value', () => {
    const problems = findProblems({ ...inFile(name, value), [name]: value })
    expect(problems).toEqual([`${name} and ${name}_FILE are both set: remove one of them`])
  })

  test('that names no file is refused once, with path and reason', () => {
    const path = join(folder, 'missing')
    expect(findProblems({ ...inFile(name, value), [`${name}_FILE`]: path })).toEqual([
      expect.stringMatching(new RegExp(`^${name}_FILE names ${path}, .*ENOENT`)),
    ])
  })

  test('with a demo value is refused in production', () => {
    expect(findProblems({ ...inFile(name, `demo:${value}`), NODE_ENV: 'production' })).toEqual([
      `${name}_FILE holds a demo value: production needs its own`,
    ])
    expect(findProblems(inFile(name, `demo:${value}`))).toEqual([])
  })

  test('wins over a demo value of the lower layer', () => {
    const { server } = read(inFile(name, value), { [name]: 'demo:other' })
    expect(JSON.stringify(server)).toBe(JSON.stringify(read({ ...environment, [name]: value }).server))
  })

  test.each(['en', 'zh'])('is in the guide in %s', (language) => {
    const guide = readFileSync(join(__dirname, `../../../../docs/${language}/backend.md`), 'utf8')
    expect(guide).toContain(`\`${name}_FILE\``)
  })
})

test('a PEM file is read with its lines, and a key file without its key is refused under the name that was set', () => {
  const { server } = read(
    inFile(
      'LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY',
      `-----BEGIN PRIVATE KEY-----
${customer.privateKey.replace(/.{64}/g, '$&\n')}
-----END PRIVATE KEY-----`,
    ),
  )
  expect(server.customerPrivateKey).toMatchObject({ kind: 'private', bits: 1024 })
  expect(findProblems(inFile('LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY', customer.publicKey))).toEqual([
    expect.stringMatching(/^LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY_FILE is unusable: .*this is a public key/),
  ])
  expect(findProblems(inFile('LOCAL_NUMBER_HASH_SECRET', 'short'))).toEqual([
    'LOCAL_NUMBER_HASH_SECRET_FILE must have at least 32 characters',
  ])
})

test('a proxy in a file beside the lower-case variable, which would count instead, is refused without credentials', () => {
  const problems = findProblems({ ...inFile('HTTPS_PROXY'), https_proxy: 'http://other:s3cret@proxy.example.com' })
  expect(problems).toEqual(['https_proxy and HTTPS_PROXY_FILE are both set: remove one of them'])
})

test('an unusable proxy in a file is refused without its credentials', () => {
  expect(findProblems(inFile('HTTPS_PROXY', 'user:p4ssword@proxy.example.com'))).toEqual([
    'HTTPS_PROXY_FILE must be an address such as http://proxy.example.com:3128',
  ])
})

test('a file for a variable that is no secret is pointed out', () => {
  const { warnings } = read({ ...environment, LOCAL_NUMBER_APP_ID_FILE: '/run/secrets/app-id' })
  expect(warnings).toEqual([expect.stringContaining('LOCAL_NUMBER_APP_ID_FILE is not a variable of this service')])
})

test.each([
  ['LOCAL_NUMBER_TICKET_PRIVATE_KEY', 'literal \\n', (text: string) => text.replaceAll('\n', '\\n')],
  ['LOCAL_NUMBER_TICKET_PRIVATE_KEY', 'spaces', (text: string) => text.replaceAll('\n', ' ')],
  ['LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY', 'literal \\n', (text: string) => text.replaceAll('\n', '\\n')],
  ['LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY', 'quotes', (text: string) => `"${text}"`],
])('%s may be a PEM with %s instead of line ends', (name, _what, write) => {
  const pem = `-----BEGIN PRIVATE KEY-----\n${environment[name]}\n-----END PRIVATE KEY-----\n`
  expect(findProblems({ ...environment, [name]: write(pem) })).toEqual([])
})
