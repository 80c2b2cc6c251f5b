// No signature serves two purposes. Whatever /sign is sent, with any editions enabled, it refuses or answers with a
// signature that holds on the wire of one edition, for one text: never on another edition's wire, never in a verify
// call.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { BUSINESS_TYPES, EDITION_NAMES, type Edition, type HttpsEdition, type SignAnswer } from '@local-number/protocol'
import fc from 'fast-check'
import {
  createLocalNumberServer,
  createMemoryStores,
  type LocalNumberServer,
  type LocalNumberServerOptions,
} from '../../src'
import {
  APP_ID,
  APP_KEY,
  createFacts,
  createSession,
  customer,
  NOON,
  OPTIONS,
  startBusiness,
} from '../support/business'
import { httpsPreSign, imagePreSign, imitation, verifyString } from '../support/signable-texts'

type Wire = 'own image' | 'vendor image' | 'https 1' | 'https 5' | 'verify'

/** The wires as protocol.md writes them, independently of the code: §2, §9, and §5 with an RSA block of any size. */
const SHAPES: Readonly<Record<Wire, RegExp>> = {
  'own image': /^[0-9A-Za-z]{32}\d{17}[0-9A-Za-z]{32}1\.2$/,
  'vendor image': /^0\.\d+[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}1\.[0-2]$/,
  'https 1': /^1([0-9A-V]{32})\d{17}\1(1\.0)$/,
  'https 5': /^5([0-9A-V]{32})\d{17}\1(1\.0)$/,
  verify: /[A-Za-z0-9+/]{170,}={0,2}/,
}

const WIRES: Readonly<Record<Edition, readonly Wire[]>> = {
  miniProgram: ['own image'],
  h5: ['own image'],
  h5Vendor: ['vendor image'],
  httpsMiniProgram: ['https 5'],
  httpsH5: ['https 1'],
  httpsVendor: ['https 1', 'https 5'],
}

const findWires = (text: string) =>
  (Object.keys(SHAPES) as Wire[]).filter(
    (wire) => text.startsWith(APP_ID) && SHAPES[wire].test(text.slice(APP_ID.length)),
  )

const publicKey = createPublicKey({ key: Buffer.from(customer.publicKey, 'base64'), format: 'der', type: 'spki' })

/** As the platform checks them: any encoding, any case. */
const holdsAsRsa = (sign: string, text: string) =>
  (['base64', 'hex'] as const).some((encoding) =>
    verify('md5', Buffer.from(text), publicKey, Buffer.from(sign, encoding)),
  )
const holdsAsMd5 = (sign: string, text: string) =>
  createHash('md5')
    .update(text + APP_KEY)
    .digest('hex') === sign.toLowerCase()

interface Setup {
  readonly editions: readonly Edition[]
  readonly md5Case: 'lower' | 'upper'
  readonly encoding: 'base64' | 'hex' | 'HEX'
}

const setup: fc.Arbitrary<Setup> = fc.record({
  editions: fc.subarray([...EDITION_NAMES], { minLength: 1 }),
  md5Case: fc.constantFrom('lower', 'upper'),
  encoding: fc.constantFrom('base64', 'hex', 'HEX'),
})

const servers = new Map<string, LocalNumberServer>()
afterAll(() => Promise.all([...servers.values()].map((server) => server.close())))

function getServer({ editions, md5Case, encoding }: Setup): LocalNumberServer {
  const key = [editions, md5Case, encoding].join()
  const now = () => NOON
  // Made-up ids repeat, and replays are another test's subject.
  const stores = { ...createMemoryStores({ now }), preSigns: { addOnce: async () => true } }
  const options: LocalNumberServerOptions = { ...OPTIONS, editions, md5Case, signature: { encoding }, stores, now }
  const server = servers.get(key) ?? createLocalNumberServer(options)
  servers.set(key, server)
  return server
}

type Subject = { readonly preSign: string } | { readonly edition: HttpsEdition }

const changed = fc
  .tuple(fc.oneof(httpsPreSign, imagePreSign), fc.nat(100), fc.nat(2), fc.string({ maxLength: 2 }))
  .map(([text, at, removed, added]) => text.slice(0, at) + added + text.slice(at + removed))

const subject: fc.Arbitrary<Subject> = fc.oneof(
  { weight: 3, arbitrary: httpsPreSign.map((preSign) => ({ preSign })) },
  { weight: 3, arbitrary: imagePreSign.map((preSign) => ({ preSign })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<HttpsEdition[]>('httpsMiniProgram', 'httpsH5').map((edition) => ({ edition })),
  },
  changed.map((preSign) => ({ preSign })),
  verifyString.map((preSign) => ({ preSign })),
  imitation.map((preSign) => ({ preSign: `${APP_ID}${preSign}` })),
  // What the MD5 covers, as an attacker who guessed the appKey would write it.
  httpsPreSign.map((preSign) => ({ preSign: `${preSign}${APP_KEY}` })),
  fc.tuple(httpsPreSign, imagePreSign).map(([one, other]) => ({ preSign: one + other })),
)

const ask = (server: LocalNumberServer, what: Subject): Promise<SignAnswer | null> =>
  server
    .sign({ ...what, consent: { version: '2026-01' }, session: createSession() }, createFacts())
    .catch((error: { status?: number }) => {
      // Refused: malformed, replayed, or an edition that is not enabled.
      expect([400, 409]).toContain(error.status)
      return null
    })

/** What the answered signature is for. */
function toText(what: Subject, { ids }: SignAnswer): string {
  if ('preSign' in what) return what.preSign
  const { traceId, timestamp, version } = ids!
  return APP_ID + BUSINESS_TYPES[what.edition] + traceId + timestamp + traceId + version
}

test('each signature holds on the wire of an enabled edition, and on no other', async () => {
  const signed: { text: string; sign: string; wire: Wire }[] = []
  await fc.assert(
    fc.asyncProperty(setup, subject, async (enabled, what) => {
      const answer = await ask(getServer(enabled), what)
      if (answer === null) return
      const text = toText(what, answer)
      const [wire, ...others] = findWires(text)
      expect(others).toEqual([])
      const allowed = enabled.editions.filter((edition) => !('edition' in what) || edition === what.edition)
      expect(allowed.flatMap((edition) => WIRES[edition])).toContain(wire)
      const isHttps = wire?.startsWith('https')
      expect([holdsAsMd5(answer.sign, text), holdsAsRsa(answer.sign, text)]).toEqual([isHttps, !isHttps])
      // Not even in form: 16 bytes in hex, or an RSA block.
      expect(/^[0-9a-f]{32}$/i.test(answer.sign)).toBe(isHttps)
      expect(holdsAsRsa(answer.sign, text + APP_KEY)).toBe(false)
      signed.push({ text, sign: answer.sign, wire: wire! })
    }),
    { numRuns: 1_000 },
  )
  expect(new Set(signed.map(({ wire }) => wire)).size).toBe(4)
  const some = signed.slice(-40)
  for (const { sign, text } of some) {
    const others = some.filter((other) => other.text !== text)
    expect(others.filter((other) => holdsAsMd5(sign, other.text) || holdsAsRsa(sign, other.text))).toEqual([])
  }
})

test('every enabled edition gets its signatures, so that the first test is not about refusals alone', async () => {
  const sent: Readonly<Record<Edition, fc.Arbitrary<Subject>>> = {
    miniProgram: imagePreSign
      .filter((text) => text.endsWith('1.2') && !text.includes('-'))
      .map((preSign) => ({ preSign })),
    h5: imagePreSign.filter((text) => text.endsWith('1.2') && !text.includes('-')).map((preSign) => ({ preSign })),
    h5Vendor: imagePreSign.filter((text) => text.includes('-')).map((preSign) => ({ preSign })),
    httpsMiniProgram: fc.constant({ edition: 'httpsMiniProgram' }),
    httpsH5: fc.constant({ edition: 'httpsH5' }),
    httpsVendor: httpsPreSign.map((preSign) => ({ preSign })),
  }
  for (const edition of EDITION_NAMES) {
    const server = getServer({ editions: [edition], md5Case: 'lower', encoding: 'base64' })
    await fc.assert(
      fc.asyncProperty(sent[edition], async (what) => {
        expect(await ask(server, what)).not.toBeNull()
      }),
      { numRuns: 20 },
    )
    for (const other of EDITION_NAMES.filter((name) => !WIRES[name].some((wire) => WIRES[edition].includes(wire)))) {
      for (const what of fc.sample(sent[other], 5)) expect(await ask(server, what)).toBeNull()
    }
  }
})

test('no part of what the server signed for a verify call is signed again, in any edition', async () => {
  const business = await startBusiness({ editions: EDITION_NAMES })
  await business.verify((await business.signIds('httpsH5')).attemptId)
  const { header, body } = business.platform.requests[0]!.message
  const parts = [header.appId, header.msgId, body.phoneNum, header.timestamp, body.token, header.version]
  const texts = [parts.join(''), ...parts.map((_, count) => parts.slice(0, count + 1).join('')), body.sign]
  for (const text of texts) await expect(business.sign(undefined, text)).rejects.toMatchObject({ status: 400 })
  await business.stop()
})
