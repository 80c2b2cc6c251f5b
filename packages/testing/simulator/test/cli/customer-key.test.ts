import { createPublicKey } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keptCustomerKeys } from '../../src/cli/customer-key'
import { newCustomerKeys } from '../../src/crypto/customer-keys'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-key-'))
  file = join(folder, 'customer-private-key.pem')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a key pair is made once, for this user alone, and found again', async () => {
  const made = await keptCustomerKeys(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await keptCustomerKeys(file)).toEqual(made)
  expect(readdirSync(folder)).toHaveLength(1)
})

test('of several starts at once, all get the same keys', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => keptCustomerKeys(file)))
  expect(new Set(all.map(({ privateKey }) => privateKey)).size).toBe(1)
  expect(readdirSync(folder)).toHaveLength(1)
})

test('both halves are as the open platform shows keys, and 1024 bits long', () => {
  const { privateKey, publicKey } = newCustomerKeys()
  const read = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  expect(read.asymmetricKeyDetails?.modulusLength).toBe(1024)
  expect(privateKey).toMatch(/^[A-Za-z0-9+/]+=*$/)
})

test('without a file, every pair is a new one', () => {
  expect(newCustomerKeys()).not.toEqual(newCustomerKeys())
})

test('a file that is no key is named, with the remedy and none of its text', async () => {
  writeFileSync(file, '-----BEGIN PRIVATE KEY-----\nMIICdgIBADANBg\n-----END PRIVATE KEY-----\n')
  const error = await keptCustomerKeys(file).catch((thrown) => thrown)
  expect(error.message).toBe(`${file} holds no RSA private key: delete it, and the next start makes one`)
  expect(error).toMatchObject({ code: 'keyFileMalformed' })
})

test('a file that cannot be read is said with the flags that help', async () => {
  await expect(keptCustomerKeys(folder)).rejects.toMatchObject({
    code: 'dataFolderUnusable',
    message: expect.stringMatching(/cannot keep data \(EISDIR\): give --data /),
  })
})

test('what was there is not changed', async () => {
  const made = await keptCustomerKeys(file)
  const before = readFileSync(file, 'utf8')
  chmodSync(file, 0o400)
  expect(await keptCustomerKeys(file)).toEqual(made)
  expect(readFileSync(file, 'utf8')).toBe(before)
})
