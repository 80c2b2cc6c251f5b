// Keys for development, made on the first run and kept in DATA_DIR, so that the next run knows them again.
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicKeyOf } from '@local-number/rsa'
import { rsaUtils } from '@local-number/rsa/node'
import { asDemo, isDemo, withoutMark } from '@local-number/server/env'
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
  /** Variables to put below the real environment: `loadConfig(process.env, demo.env)`. */
  readonly env: DemoValues
  /** The public half of the customer key pair, base64 DER: what is filed with the simulator. */
  readonly customerPublicKey: string
}

/**
 * Reads the demo keys of a directory, or makes them there: readable by this user alone (0600). Of several processes that
 * start at once, all get the same keys.
 *
 * @throws StartError `demoKeysUnreadable`
 */
export async function prepareDemoKeys(directory: string): Promise<DemoKeys> {
  const path = join(directory, FILE)
  const env = await keptAt(path).catch((error) => {
    throw explained(error, directory)
  })
  return { env, customerPublicKey: publicKeyOf(withoutMark(env.LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY)) }
}

async function keptAt(path: string): Promise<DemoValues> {
  return (await readValues(path)) ?? (await makeValues(path))
}

function explained(error: NodeJS.ErrnoException, directory: string): unknown {
  if (error.syscall === undefined) return error
  const message = `${directory} cannot keep demo keys (${error.code}): set DATA_DIR to a folder that this user may write`
  return new StartError('demoKeysUnreadable', message)
}

async function readValues(path: string): Promise<DemoValues | null> {
  const text = await readFile(path, 'utf8').catch(unless('ENOENT'))
  if (text === null) return null
  const values = demoValues.safeParse(parseJson(text))
  if (!values.success) {
    throw new StartError(
      'demoKeysUnreadable',
      `${path} does not hold demo keys: delete it, and the next start makes new ones`,
    )
  }
  return values.data
}

/** The finished file appears under its name at once, and only if no other process was first. */
async function makeValues(path: string): Promise<DemoValues> {
  const draft = `${path}.${randomUUID()}`
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(draft, `${JSON.stringify(await newValues(), null, 2)}\n`, { mode: 0o600 })
  await link(draft, path)
    .catch(unless('EEXIST'))
    .finally(() => rm(draft))
  const values = await readValues(path)
  if (values === null) throw new StartError('demoKeysUnreadable', `${path} vanished while it was made: start again`)
  return values
}

async function newValues(): Promise<DemoValues> {
  const customer = await rsaUtils.genKeyPair()
  const ticket = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  return {
    LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: asDemo(rsaUtils.getPrivateKey(customer)),
    LOCAL_NUMBER_TICKET_PRIVATE_KEY: asDemo(ticket.export({ type: 'pkcs8', format: 'der' }).toString('base64')),
    LOCAL_NUMBER_HASH_SECRET: asDemo(randomBytes(32).toString('base64url')),
  }
}

/** For `catch`: that one error is an answer, every other one is thrown on. */
function unless(code: string) {
  return (error: NodeJS.ErrnoException): null => {
    if (error.code === code) return null
    throw error
  }
}
