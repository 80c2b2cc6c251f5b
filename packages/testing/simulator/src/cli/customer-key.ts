// The demo customer's key pair: made on the first start, so that what the command prints works as it is.
import { createPrivateKey, randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { CUSTOMER_KEY_BITS, type CustomerKeys, customerKeysOf } from '../crypto/customer-keys'
import { generatePrivateKey } from '../crypto/keys'
import { unusable } from './data-folder'
import { CliError } from './errors'

/**
 * The keys that a file keeps as PEM, made there (0600) unless it exists. Of several processes that start at once, all get
 * the same ones.
 *
 * @throws CliError `keyFileMalformed`, `dataFolderUnusable`
 */
export async function keptCustomerKeys(path: string): Promise<CustomerKeys> {
  const pem = await kept(path).catch((error) => {
    throw unusable(path, error)
  })
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'rsa') return customerKeysOf(key)
  } catch {
    // The library's own message may quote the file.
  }
  throw new CliError('keyFileMalformed', `${path} holds no RSA private key: delete it, and the next start makes one`)
}

async function kept(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(nothing('ENOENT'))) ?? (await makeKeyFile(path))
}

/** The finished file appears under its name at once, and only if no other process was first. */
async function makeKeyFile(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, generatePrivateKey(CUSTOMER_KEY_BITS).export({ format: 'pem', type: 'pkcs8' }), {
    mode: 0o600,
  })
  await link(draft, path)
    .catch(nothing('EEXIST'))
    .finally(() => rm(draft))
  return readFile(path, 'utf8')
}

/** For `catch`: that one error is an answer, every other one is thrown on. */
function nothing(code: string) {
  return (error: NodeJS.ErrnoException): null => {
    if (error.code === code) return null
    throw error
  }
}
