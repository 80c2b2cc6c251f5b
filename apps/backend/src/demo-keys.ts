// Keys for development, created by the first run and kept in DATA_DIR for later runs.
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { derivePublicKey } from '@local-number/rsa'
import { rsaUtils } from '@local-number/rsa/node'
import { isDemo, markAsDemo, removeDemoMark } from '@local-number/server/env'
import { parseJson } from '@local-number/service-kit'
import { z } from 'zod'
import { StartError } from './start-error'

const FILE = 'demo-keys.json'

const demoText = z.string().refine(isDemo)
const demoValues = z.object({
  LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: demoText,
  LOCAL_NUMBER_TICKET_PRIVATE_KEY: demoText,
  LOCAL_NUMBER_HASH_SECRET: demoText,
})

export type DemoValues = z.infer<typeof demoValues>

export interface DemoKeys {
  /** Defaults for the real environment: `loadConfig(process.env, demo.env)`. */
  readonly env: DemoValues
  /** The public half of the customer key pair, base64 of DER: to be registered with the simulator. */
  readonly customerPublicKey: string
}

/**
 * Reads the demo keys of a directory, or creates them there, readable by this user alone (0600). Processes that start
 * at the same time get the same keys.
 *
 * @throws StartError `demoKeysUnreadable`
 */
export async function prepareDemoKeys(directory: string): Promise<DemoKeys> {
  const path = join(directory, FILE)
  const env = await readOrCreate(path).catch((error) => {
    throw toStartError(error, directory)
  })
  return { env, customerPublicKey: derivePublicKey(removeDemoMark(env.LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY)) }
}

async function readOrCreate(path: string): Promise<DemoValues> {
  return (await readValues(path)) ?? (await createFile(path))
}

function toStartError(error: NodeJS.ErrnoException, directory: string): unknown {
  if (error.syscall === undefined) return error
  const message = `${directory} cannot keep demo keys (${error.code}): set DATA_DIR to a folder that this user may write`
  return new StartError('demoKeysUnreadable', message)
}

async function readValues(path: string): Promise<DemoValues | null> {
  const text = await readFile(path, 'utf8').catch(ignoreCode('ENOENT'))
  if (text === null) return null
  const values = demoValues.safeParse(parseJson(text))
  if (!values.success) {
    throw new StartError(
      'demoKeysUnreadable',
      `${path} does not hold demo keys: delete it, and the next start creates new ones`,
    )
  }
  return values.data
}

/** Links the finished file to its name in one step, which fails if another process was first. */
async function createFile(path: string): Promise<DemoValues> {
  const draft = `${path}.${randomUUID()}`
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(draft, `${JSON.stringify(await createValues(), null, 2)}\n`, { mode: 0o600 })
  await link(draft, path)
    .catch(ignoreCode('EEXIST'))
    .finally(() => rm(draft))
  const values = await readValues(path)
  if (values === null)
    throw new StartError('demoKeysUnreadable', `${path} was deleted while it was created: start again`)
  return values
}

async function createValues(): Promise<DemoValues> {
  const customer = await rsaUtils.genKeyPair()
  const ticket = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  return {
    LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: markAsDemo(rsaUtils.getPrivateKey(customer)),
    LOCAL_NUMBER_TICKET_PRIVATE_KEY: markAsDemo(ticket.export({ type: 'pkcs8', format: 'der' }).toString('base64')),
    LOCAL_NUMBER_HASH_SECRET: markAsDemo(randomBytes(32).toString('base64url')),
  }
}

/** For `catch`: turns the error with this code into `null` and rethrows any other. */
function ignoreCode(code: string) {
  return (error: NodeJS.ErrnoException): null => {
    if (error.code === code) return null
    throw error
  }
}
