// The platform that is tried: a simulator with its admin API, or a test line with an app of somebody's own.
import { z } from 'zod'
import { send } from '../http'
import type { Opened, Target } from '../suite'
import { Unusable } from '../unusable'
import { controlledStage } from './controlled-stage'
import { newKeyPair, readKeyPair, readPublicKey } from './crypto'
import type { Customer, Stage, StageOptions } from './stage'
import { testLineStage } from './test-line-stage'

export interface PlatformSubject {
  /** Sets the stage for one scenario. Its `close` takes everything away again. */
  stage(options: StageOptions): Promise<Stage>
}

/** @throws Unusable when the platform does not answer, or neither control nor credentials were given */
export async function openPlatform({ address, control, credentials }: Target): Promise<Opened<PlatformSubject>> {
  await send({ url: `${address}/` }).catch(() => {
    throw new Unusable('the platform does not answer: is --platform its address?')
  })
  const [foreign, keys, platformKeys] = await Promise.all([newKeyPair(), newKeyPair(), newKeyPair()])
  if (control) {
    const { testLineOrigin } = await control.state()
    const simulated = { control, address, testLineOrigin, keys, platformKeys, foreign }
    const stage = (options: StageOptions) => controlledStage(simulated, options)
    return { subject: { stage }, has: ['control', 'clock'], close: async () => undefined }
  }
  if (credentials === null) {
    throw new Unusable('give --control for a simulator, or --credentials of an app on the test line')
  }
  const testLine = { ...readCredentials(credentials), address, foreign }
  const stage = async () => testLineStage(testLine)
  return { subject: { stage }, has: [], close: async () => undefined }
}

/** Every refusal is half a sentence that continues the field's name. */
const text = z.string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be text') })

/** @returns what `read` makes of a text; a text that it throws at is reported, and never quoted */
function key<Key>(read: (text: string) => Key, form: string) {
  return text.transform((text, context): Key => {
    try {
      return read(text)
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
  customerPrivateKey: key(readKeyPair, 'PKCS#8'),
  platformPublicKey: key(readPublicKey, 'X.509'),
  testPhone: text.regex(/^1[3-9]\d{9}$/, 'must be a mobile number of 11 digits'),
}

const credentialsShape = z.object(fields, `must hold an object of ${Object.keys(fields).join(', ')}`)

/** @throws Unusable naming every field that is wrong, and no value */
function readCredentials(credentials: unknown): { readonly customer: Customer; readonly testPhone: string } {
  const found = credentialsShape.safeParse(credentials)
  if (!found.success) {
    const problems = found.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'} ${message}`)
    throw new Unusable(`the credentials are not complete: ${problems.join('; ')}`)
  }
  const { customerPrivateKey: keys, platformPublicKey: platformKey, testPhone, ...app } = found.data
  return { customer: { ...app, keys, platformKey }, testPhone }
}
