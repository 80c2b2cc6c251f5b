// The demo customer's key pair: generated at the first start, so that what the command prints can be used as it is.
import { createPrivateKey, randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { CUSTOMER_KEY_BITS, type CustomerKeys, toCustomerKeys } from '../crypto/customer-keys'
import { generatePrivateKey } from '../crypto/keys'
import { toDataFolderError } from './data-folder'
import { CliError } from './errors'

/**
 * Reads the keys from a PEM file, and creates it (mode 0600) if it is missing. Processes that start at the same time
 * all get the same keys.
 *
 * @throws CliError `keyFileMalformed`, `dataFolderUnusable`
 */
export async function loadCustomerKeys(path: string): Promise<CustomerKeys> {
  const pem = await readOrCreate(path).catch((error) => {
    throw toDataFolderError(path, error)
  })
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'rsa') return toCustomerKeys(key)
  } catch {
    // The library's own message may quote the file.
  }
  throw new CliError(
    'keyFileMalformed',
    `${path} does not contain an RSA private key: delete it, and the next start generates one`,
  )
}

async function readOrCreate(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(ignoreError('ENOENT'))) ?? (await createKeyFile(path))
}

/** The finished file appears under its name at once, and only if no other process was faster. */
async function createKeyFile(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`
  const pem = generatePrivateKey(CUSTOMER_KEY_BITS).export({ format: 'pem', type: 'pkcs8' })
  await writeFile(draft, pem, { mode: 0o600 })
  await link(draft, path)
    .catch(ignoreError('EEXIST'))
    .finally(() => rm(draft))
  return readFile(path, 'utf8')
}

/** For `catch`: turns one error into `null` and rethrows all others. */
function ignoreError(code: string) {
  return (error: NodeJS.ErrnoException): null => {
    if (error.code === code) return null
    throw error
  }
}
