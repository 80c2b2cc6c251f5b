// Two customer key pairs: while one replaces the other, processes of two generations serve each other's attempts.
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { VerifyMobileRequest } from '@local-number/protocol'
import { createMemoryStores, type LogFields, type Stores } from '../src'
import { importCustomerKeys } from '../src/customer-keys'
import {
  type Business,
  createHttpsPreSign,
  createPreSign,
  createSession,
  NOON,
  customer as oldPair,
  startBusiness,
} from './support/business'
import { createRsaKeys, type TextKeyPair } from './support/keys'
import { answerCode } from './support/platform-stand-in'

const newPair = createRsaKeys()

/** What the open platform has registered. */
const PAIRS: Readonly<Record<string, TextKeyPair>> = { old: oldPair, new: newPair }

function isSignedWith({ publicKey }: TextKeyPair, text: string, sign: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify('md5', Buffer.from(text), key, Buffer.from(sign, 'base64'))
}

const findPair = (text: string, sign: string) =>
  Object.keys(PAIRS).find((name) => isSignedWith(PAIRS[name] as TextKeyPair, text, sign))

/** By which pair a verify call is signed: the stand-in of the platform refuses all others. */
const findPairOfCall = ({ header, body }: VerifyMobileRequest) =>
  findPair(`${header.appId}${header.msgId}${body.phoneNum}${header.timestamp}${body.token}1.0`, body.sign)

const started: Business[] = []
let stores: Stores
let calls: (string | undefined)[]

async function start(signing: TextKeyPair, others: readonly TextKeyPair[] = [], changes = {}): Promise<Business> {
  const business = await startBusiness({
    stores,
    customerPrivateKey: signing.privateKey,
    otherCustomerPrivateKeys: others.map(({ privateKey }) => privateKey),
    editions: ['miniProgram', 'httpsMiniProgram', 'httpsVendor'],
    ...changes,
  })
  business.platform.answerWith((message, response) => {
    const pair = findPairOfCall(message)
    calls.push(pair)
    return answerCode(pair ? '000' : '130018')(message, response)
  })
  started.push(business)
  return business
}

beforeEach(() => {
  stores = createMemoryStores({ now: () => NOON })
  calls = []
})

afterEach(() => Promise.all(started.splice(0).map((business) => business.stop())))

describe('during a rotation', () => {
  /** The generation that the old pair signs for has the new one already, and the other way round. */
  const GENERATIONS = {
    old: () => start(oldPair, [newPair]),
    new: () => start(newPair, [oldPair]),
  } as const
  type Generation = keyof typeof GENERATIONS

  it.each<[Generation, Generation]>([
    ['old', 'old'],
    ['old', 'new'],
    ['new', 'old'],
    ['new', 'new'],
  ])('the %s generation signs and the %s one verifies, both with the key of the sign', async (signing, verifying) => {
    const [signer, verifier] = [await GENERATIONS[signing](), await GENERATIONS[verifying]()]
    const preSign = createPreSign(NOON)
    const { sign, attemptId } = await signer.sign(createSession(), preSign)
    expect(findPair(preSign, sign)).toBe(signing)
    expect(await verifier.verify(attemptId)).toMatchObject({ outcome: 'verified' })
    expect(calls).toEqual([signing])
  })

  it.each(['ids', 'a vendor’s pre-sign'])('an attempt of the HTTPS edition with %s keeps the key', async (what) => {
    const [signer, verifier] = [await GENERATIONS.old(), await GENERATIONS.new()]
    const { attemptId } = await (what === 'ids'
      ? signer.signIds('httpsMiniProgram')
      : signer.sign(createSession(), createHttpsPreSign(NOON)))
    expect(await verifier.verify(attemptId)).toMatchObject({ outcome: 'verified' })
    expect(calls).toEqual(['old'])
  })
})

describe('an attempt whose key is gone', () => {
  it('is refused as attemptSpent, again and again, and the platform is not asked', async () => {
    const lines: LogFields[] = []
    const log = { info: () => undefined, warn: (fields: LogFields) => void lines.push(fields), error: () => undefined }
    const [before, after] = [await start(oldPair), await start(newPair, [], { log })]
    const { attemptId, traceId } = await before.sign()
    const refusal = { code: 'attemptSpent', status: 409, traceId }
    await expect(after.verify(attemptId)).rejects.toMatchObject(refusal)
    await expect(after.verify(attemptId)).rejects.toMatchObject(refusal)
    expect(calls).toEqual([])
    expect(lines).toEqual([{ traceId, keyId: importCustomerKeys(oldPair.privateKey).signing.id }])
  })

  it('counts for nobody', async () => {
    const limits = { wrongNumbersPerSession: 1 }
    const [before, after] = [await start(oldPair), await start(newPair, [], { limits })]
    const session = createSession()
    const { attemptId } = await before.sign(session)
    await expect(after.verify(attemptId)).rejects.toMatchObject({ code: 'attemptSpent' })
    expect(await after.login(session)).toMatchObject({ outcome: 'verified' })
  })
})

it('an attempt of a release that kept no key ids is verified with the signing key', async () => {
  const { attempts } = stores
  const put: typeof attempts.put = (id, { keyId: _, ...attempt }, ttlMs) => attempts.put(id, attempt, ttlMs)
  const before = await start(oldPair, [], { stores: { ...stores, attempts: { ...attempts, put } } })
  const after = await start(newPair, [oldPair])
  expect(await after.verify((await before.sign()).attemptId)).toMatchObject({ outcome: 'verified' })
  expect(calls).toEqual(['new'])
})

describe('the id of a key', () => {
  const { signing, others } = importCustomerKeys(oldPair.privateKey, [newPair.privateKey])

  it('is the beginning of the SHA-256 of its public half, as openssl and sha256sum print it', () => {
    const digest = createHash('sha256').update(Buffer.from(oldPair.publicKey, 'base64')).digest('hex')
    expect(signing.id).toBe(digest.slice(0, 8))
    expect(others.map(({ id }) => id)).not.toContain(signing.id)
  })

  it('is logged at the start, and the keys are not', async () => {
    const lines: (LogFields & { message: string })[] = []
    const info = (fields: LogFields, message: string) => void lines.push({ ...fields, message })
    await start(oldPair, [newPair], { log: { info, warn: info, error: info } })
    expect(lines).toEqual([
      { signing: signing.id, others: others.map(({ id }) => id), message: 'the customer keys, by their ids' },
    ])
  })
})
