// The tests of every store: numbers, tokens and keys go through every route of a process that logs all it can, and
// afterwards they are nowhere.
import { BUSINESS_ERRORS } from '@local-number/protocol'
import { type HttpStandIn, startStandIn } from '../../../../../packages/server/test/sms/support/http-stand-in'
import type { BackendProcess, BackendProcesses } from '../../support/processes'
import { CANARIES, CUSTOMER_PRIVATE_KEY, HASH_SECRET, RIGHT_NUMBER, TICKET_PRIVATE_KEY } from './canaries'
import { listHashes } from './forms'
import { createSearch, nameLeaks } from './search'
import { createSender, type Sender } from './sender'
import { createCanaryProcesses } from './start'
import { meetFailingStore, walkThroughAll } from './walk'
import { walkThroughSms } from './walk-sms'

/** How a store fails: `broken` with an error of its own, `busy` with none. */
export type StoreFailure = 'broken' | 'busy'

export interface LeakStore {
  /** What `LOCAL_NUMBER_STORE` says. */
  readonly kind: string
  /** What it writes while it runs, by name. */
  readonly files: readonly string[]
  read(): Promise<Readonly<Record<string, Buffer>>>
  /** Returns what repairs it. */
  fail(failure: StoreFailure): Promise<() => Promise<void>>
  /** Adds an entry for each. */
  plant(all: readonly Buffer[]): Promise<void>
}

/** Of other transports and options, and of clients that are slow. */
const UNREACHED = ['callerUnknown', 'carrierDown', 'loginRefused', 'requestTimeout', 'storeRestored']

const search = createSearch(CANARIES)

export function describeLeaks(open: (folder: () => string) => Promise<LeakStore>): void {
  let store: LeakStore
  let processes: BackendProcesses
  let backend: BackendProcess
  let sender: Sender
  let receiver: HttpStandIn
  /** Of the store: while the process runs, and after its end. */
  const written: Readonly<Record<string, Buffer>>[] = []

  beforeAll(async () => {
    store = await open(() => processes.folder)
    receiver = await startStandIn(() => ({ status: 204 }))
    processes = await createCanaryProcesses(store.kind, { LOCAL_NUMBER_SMS_WEBHOOK_URL: receiver.origin })
    backend = await processes.start()
    sender = createSender(backend.origin)
    await walkThroughSms(sender, receiver)
    const attemptIds = await walkThroughAll(sender, processes.platform)
    for (const failure of ['broken', 'busy'] as const) {
      const repair = await store.fail(failure)
      await meetFailingStore(sender, attemptIds)
      await repair()
    }
    written.push(await store.read())
    await backend.stop()
    written.push(await store.read())
  })

  afterAll(async () => {
    await processes.endAll()
    await receiver.close()
  })

  test('the requests hold every number and token, and meet every refusal and outcome', () => {
    const numbers = CANARIES.filter(({ isSent }) => isSent).map(({ name }) => name)
    const sent = search(Buffer.from(sender.sent.join('\n')))
    for (const name of numbers) expect(sent).toContain(`${name} (raw)`)
    const met = sender.received.flatMap((answer) => /"(?:code|outcome)":"(\w+)"/.exec(answer)?.[1] ?? [])
    const outcomes = ['verified', 'notThisNumber', 'staleToken', 'dailyLimit', 'unavailable']
    outcomes.push('wrongCode', 'expiredCode')
    const refusals = Object.keys(BUSINESS_ERRORS).filter((code) => !UNREACHED.includes(code))
    expect([...new Set(met)].sort()).toEqual([...refusals, ...outcomes].sort())
  })

  test('no answer holds any', () => {
    expect(search(Buffer.from(sender.received.join('\n')))).toEqual([])
  })

  test('no line of the log holds any', () => {
    expect(backend.output.split('\n').length).toBeGreaterThan(sender.sent.length)
    expect(search(Buffer.from(backend.output))).toEqual([])
  })

  test('no URL that is called holds any', () => {
    expect(processes.platform.requests.length).toBeGreaterThan(20)
    expect(search(Buffer.from(processes.platform.requests.map(({ url }) => url).join('\n')))).toEqual([])
  })

  test('nothing that the store has written holds any', () => {
    expect(Object.keys(written[0] ?? {}).sort()).toEqual([...store.files].sort())
    expect(written.flatMap(Object.values).flatMap(search)).toEqual([])
  })

  test('no code of a message is in an answer, a line of the log or the store, neither as it is nor as a plain hash', () => {
    const codes = receiver.seen.map(({ body }) => JSON.parse(body).code as string)
    expect(codes.length).toBeGreaterThan(2)
    const hashes = createSearch(codes.map((code) => ({ name: code, isSent: true, forms: listHashes(code) })))
    for (const code of codes) {
      // In words, since digits in a row may be part of a time or of an id.
      const word = new RegExp(`(?<![\\w.])${code}(?!\\w)`)
      for (const text of [backend.output, sender.received.join('\n')]) expect(text).not.toMatch(word)
      for (const bytes of written.flatMap(Object.values)) expect(bytes.toString('latin1')).not.toContain(`"${code}"`)
    }
    expect([Buffer.from(backend.output), ...written.flatMap(Object.values)].flatMap(hashes)).toEqual([])
  })

  test('a process that does not start says nothing of the keys that it refuses', async () => {
    const refused = await createCanaryProcesses(store.kind, {
      LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: CUSTOMER_PRIVATE_KEY.slice(0, -20),
      LOCAL_NUMBER_TICKET_PRIVATE_KEY: `-----BEGIN PRIVATE KEY-----\n${TICKET_PRIVATE_KEY}`,
      LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: CUSTOMER_PRIVATE_KEY,
      LOCAL_NUMBER_APP_ID: HASH_SECRET,
      LOCAL_NUMBER_EDITIONS: HASH_SECRET,
    })
    const message: string = await refused.start().then(
      () => 'started',
      (error) => error.message,
    )
    await refused.endAll()
    expect(message).toContain('The configuration is not usable')
    expect(search(Buffer.from(message))).toEqual([])
  })

  test('a canary in any form that lies in the store would be found', async () => {
    const planted = CANARIES.filter(({ name }) => [RIGHT_NUMBER, 'TOKEN'].includes(name))
    await store.plant(planted.flatMap(({ forms }) => forms.map(({ bytes }) => bytes)))
    const found = Object.values(await store.read()).flatMap(search)
    expect(new Set(found)).toEqual(new Set(planted.flatMap(nameLeaks)))
  })
}
