// The platform under test: a simulator with its admin API, or the carrier's test line with a registered app.
import { z } from 'zod'
import { send } from '../http'
import type { Opened, Target } from '../suite'
import { Unusable } from '../unusable'
import { createKeyPair, exportPrivateKey, exportPublicKey, parseKeyPair, parsePublicKey } from './crypto'
import type { Customer, Fixture, FixtureOptions } from './fixture'
import { createSimulatorFixture } from './simulator-fixture'
import { createTestLineFixture } from './test-line-fixture'

export interface PlatformSubject {
  /** Creates what one scenario works with. The caller closes it. */
  createFixture(options: FixtureOptions): Promise<Fixture>
}

/** @throws Unusable if the platform does not answer, or with neither control nor credentials */
export async function openPlatform({ address, control, credentials }: Target): Promise<Opened<PlatformSubject>> {
  await send({ url: `${address}/` }).catch(() => {
    throw new Unusable('the platform does not answer: start it, or correct the address in --platform')
  })
  const foreign = await createKeyPair()
  if (control) {
    const { testLineOrigin, httpsEditionTestLineOrigin: httpsTestLineOrigin } = await control.state()
    const [keys, platformKeys] = [await createKeyPair(), await createKeyPair()]
    const registeredKeys = {
      customerPublicKeys: [exportPublicKey(keys.publicKey)],
      platformKeys: { privateKey: exportPrivateKey(platformKeys.privateKey) },
    }
    const simulator = { control, address, testLineOrigin, httpsTestLineOrigin, keys, registeredKeys, foreign }
    return {
      subject: { createFixture: (options) => createSimulatorFixture(simulator, options) },
      has: ['control', 'clock', 'https'],
      close: async () => undefined,
    }
  }
  if (credentials === null) {
    throw new Unusable('pass --control for a simulator, or --credentials for an app on the test line')
  }
  const testLine = { ...parseCredentials(credentials), address, foreign }
  return {
    subject: { createFixture: async () => createTestLineFixture(testLine) },
    has: testLine.httpsAddress === undefined ? [] : ['https'],
    close: async () => undefined,
  }
}

// The messages follow the field's name: "appId is missing".
const text = z.string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be text') })

/** Parses text as a key. The message never contains the text. */
function parseKey<Key>(parse: (text: string) => Key, form: string) {
  return text.transform((text, context): Key => {
    try {
      return parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: `must be base64 of ${form} DER, without PEM lines` })
      return z.NEVER
    }
  })
}

const fields = {
  appId: text.regex(/^\d{6,20}$/, 'must be 6 to 20 digits'),
  appKey: text.min(1, 'must not be empty'),
  wxappid: text.min(1, 'must not be empty'),
  customerPrivateKey: parseKey(parseKeyPair, 'PKCS#8'),
  platformPublicKey: parseKey(parsePublicKey, 'X.509'),
  testPhone: text.regex(/^1[3-9]\d{9}$/, 'must be a mobile number of 11 digits'),
}

/** Where the HTTPS edition's call is, which has a host and port of its own (protocol.md §9). */
const optionalFields = { httpsAddress: z.url('must be an address such as https://127.0.0.1:7009').optional() }

const credentialsShape = z.object(
  { ...fields, ...optionalFields },
  `must hold an object with ${Object.keys(fields).join(', ')}`,
)

interface Credentials {
  readonly customer: Customer
  readonly testPhone: string
  readonly httpsAddress?: string | undefined
}

/** @throws Unusable with every wrong field, and without values */
function parseCredentials(credentials: unknown): Credentials {
  const found = credentialsShape.safeParse(credentials)
  if (!found.success) {
    const problems = found.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'} ${message}`)
    throw new Unusable(`the credentials are incomplete or malformed: ${problems.join('; ')}`)
  }
  const { customerPrivateKey: keys, platformPublicKey: platformKey, testPhone, httpsAddress, ...app } = found.data
  return { customer: { ...app, keys, platformKey }, testPhone, httpsAddress: httpsAddress?.replace(/\/+$/, '') }
}
