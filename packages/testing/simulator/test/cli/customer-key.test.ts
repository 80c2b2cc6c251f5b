import { createPublicKey } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCustomerKeys } from '../../src/cli/customer-key'
import { generateCustomerKeys } from '../../src/crypto/customer-keys'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-key-'))
  file = join(folder, 'customer-private-key.pem')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a key pair is generated once, readable by this user alone, and loaded again', async () => {
  const made = await loadCustomerKeys(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await loadCustomerKeys(file)).toEqual(made)
  expect(readdirSync(folder)).toHaveLength(1)
})

test('starts at the same time all get the same keys', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => loadCustomerKeys(file)))
  expect(new Set(all.map(({ privateKey }) => privateKey)).size).toBe(1)
  expect(readdirSync(folder)).toHaveLength(1)
})

test('generated keys have 1024 bits and the open platform’s encoding', () => {
  const { privateKey, publicKey } = generateCustomerKeys()
  const read = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  expect(read.asymmetricKeyDetails?.modulusLength).toBe(1024)
  expect(privateKey).toMatch(/^[A-Za-z0-9+/]+=*$/)
})

test('generateCustomerKeys generates a new pair each time', () => {
  expect(generateCustomerKeys()).not.toEqual(generateCustomerKeys())
})

test('a file that is not a key is reported with a remedy and without its content', async () => {
  writeFileSync(file, '-----BEGIN PRIVATE KEY-----\nMIICdgIBADANBg\n-----END PRIVATE KEY-----\n')
  const error = await loadCustomerKeys(file).catch((thrown) => thrown)
  expect(error.message).toBe(`${file} does not contain an RSA private key: delete it, and the next start generates one`)
  expect(error).toMatchObject({ code: 'keyFileMalformed' })
})

test('a file that cannot be read is reported with the flags that help', async () => {
  await expect(loadCustomerKeys(folder)).rejects.toMatchObject({
    code: 'dataFolderUnusable',
    message: expect.stringMatching(/cannot keep data \(EISDIR\): give --data /),
  })
})

test('an existing key file is not changed', async () => {
  const made = await loadCustomerKeys(file)
  const before = readFileSync(file, 'utf8')
  chmodSync(file, 0o400)
  expect(await loadCustomerKeys(file)).toEqual(made)
  expect(readFileSync(file, 'utf8')).toBe(before)
})
