// Processes that are killed while users log in by message. A client whose answer is lost sends the same request again:
// no message goes twice, no code takes more guesses than it may, and a right code keeps its ticket.
import { setTimeout as wait } from 'node:timers/promises'
import { SMS_PATHS } from '@local-number/protocol'
import { decodeJwt } from 'jose'
import { type HttpStandIn, startStandIn } from '../../../../../packages/server/test/sms/support/http-stand-in'
import { createSession } from '../../../../../packages/server/test/support/business'
import { type BackendProcess, type BackendProcesses, createBackendProcesses } from '../../support/processes'

/** A request takes about as long. */
const LONGEST_PAUSE_MS = 30

interface Answer {
  readonly status: number
  readonly body: Record<string, string>
}

interface User {
  readonly phone: string
  readonly session: string
  readonly consent: { readonly version: string }
}

export function describeSmsKills(openStore: () => Promise<string>, kills: number): void {
  let receiver: HttpStandIn
  let processes: BackendProcesses
  let backend: BackendProcess
  let users = 0

  beforeAll(async () => {
    receiver = await startStandIn(() => ({ status: 204 }))
    processes = await createBackendProcesses(await openStore(), {
      TRUSTED_PROXIES: 'loopback',
      LOCAL_NUMBER_SMS_SENDERS: 'webhook',
      LOCAL_NUMBER_SMS_WEBHOOK_URL: receiver.origin,
      LOCAL_NUMBER_SMS_WEBHOOK_SECRET: 'a secret of the tests alone, long enough',
    })
    backend = await processes.start()
  })

  afterAll(async () => {
    await processes.endAll()
    await receiver.close()
  })

  /** Of an address of its own, since an address has few messages. */
  const post = async (path: string, body: object, address: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
    const response = await fetch(backend.origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }

  /** Kills the process somewhere in the request, and sends it again to the next one. Returns the answers that came. */
  async function postAndKill(path: string, body: object, address: string): Promise<Answer[]> {
    const first = post(path, body, address).catch(() => null)
    await wait(Math.random() * LONGEST_PAUSE_MS)
    await backend.kill()
    await backend.restart()
    const answers = [await first, await post(path, body, address)]
    return answers.flatMap((answer) => answer ?? [])
  }

  const createUser = (): User & { readonly address: string } => {
    users += 1
    const phone = `13${users % 10}${String(10_000_000 + users * 10_007).slice(0, 8)}`
    return {
      phone,
      session: createSession(),
      consent: { version: '1' },
      address: `198.51.${users >> 8}.${users & 255}`,
    }
  }

  const readCodes = (phone: string) =>
    receiver.seen
      .map(({ body }) => JSON.parse(body))
      .flatMap((message) => (message.phone === phone ? [message.code] : []))

  test(`${kills} kills while a message is sent: no retry sends a second one`, async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      const { address, ...user } = createUser()
      const answers = await postAndKill(SMS_PATHS.send, user, address)
      expect(readCodes(user.phone).length).toBeLessThanOrEqual(1)
      for (const { status, body } of answers) expect([200, 'resendMs']).toContain(body.reason ?? status)
      const isSent = answers.some(({ status }) => status === 200)
      if (isSent) expect(readCodes(user.phone)).toHaveLength(1)
    }
  })

  test(`${kills} kills while a right code is checked: it is verified, with one ticket`, async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      const { address, ...user } = createUser()
      await post(SMS_PATHS.send, user, address)
      const [code] = readCodes(user.phone)
      const answers = await postAndKill(SMS_PATHS.check, { ...user, code }, address)
      answers.push(await post(SMS_PATHS.check, { ...user, code }, address))
      expect(answers.map(({ body }) => body.outcome)).toEqual(answers.map(() => 'verified'))
      expect(new Set(answers.map(({ body }) => decodeJwt(body.ticket ?? '').jti)).size).toBe(1)
    }
  })

  test(`${kills} kills while wrong codes are checked: none counts twice, and none is forgotten`, async () => {
    const { address, ...user } = createUser()
    await post(SMS_PATHS.send, user, address)
    const [code = ''] = readCodes(user.phone)
    const guess = (index: number) => String((Number(code) + 1 + index) % 1_000_000).padStart(6, '0')
    for (let kill = 0; kill < kills; kill += 1) {
      const answers = await postAndKill(SMS_PATHS.check, { ...user, code: guess(Math.min(kill, 3)) }, address)
      const left = String(4 - Math.min(kill, 3))
      for (const { body } of answers) expect([body.outcome, String(body.attemptsLeft)]).toEqual(['wrongCode', left])
    }
    const last = await post(SMS_PATHS.check, { ...user, code: guess(kills + 10) }, address)
    expect(last.body).toMatchObject({ outcome: 'wrongCode', attemptsLeft: Math.max(0, 4 - Math.min(kills, 4)) })
  })
}
