// Two backends over HTTP that share one SQLite file, with a clock that the attacks move. Their messages end in a list.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalNumberServerOptions } from '@local-number/server'
import type { Message, SmsOptions } from '@local-number/server/sms'
import { createSession, NOON, PHONE } from '../../../../../packages/server/test/support/business'
import { startPlatform } from '../../../../../packages/server/test/support/platform-stand-in'
import { type Backend, loadConfig, startBackend } from '../../../src'
import { createLogLines, environment } from '../../support/environment'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The victim's number, which the stranger knows. */
export const VICTIM = PHONE

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

export interface Call {
  /** As the proxy in front of the backends writes it. */
  readonly from?: string
  /** Which of the two backends; the next one by default. */
  readonly at?: number
}

export interface Target {
  readonly clock: { ms: number }
  /** What reached the sender. */
  readonly messages: Message[]
  /** Proofs that the captcha's provider was asked about. */
  readonly proofs: string[]
  readonly log: readonly string[]
  post(path: string, body: object, call?: Call): Promise<Answer>
  send(changes?: object, call?: Call): Promise<Answer>
  check(code: string, changes?: object, call?: Call): Promise<Answer>
  /** All that the files of the store hold. */
  readStore(): string
  close(): Promise<void>
}

export interface TargetOptions {
  readonly sms?: Partial<SmsOptions>
  readonly server?: Pick<LocalNumberServerOptions, 'limits'>
  readonly env?: NodeJS.ProcessEnv
}

/** The captcha of the attacks: a person has to solve it, and a stranger pays persons. */
export const solve = () => `solved-${createSession()}`

/** An address of its own for each index. */
export const toAddress = (index: number) => `203.0.${Math.floor(index / 250)}.${1 + (index % 250)}`

export async function startTarget({ sms, server, env }: TargetOptions = {}): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'backend-attacks-'))
  const platform = await startPlatform()
  const logTo = createLogLines()
  const clock = { ms: NOON }
  const [messages, proofs]: [Message[], string[]] = [[], []]
  const config = loadConfig({
    ...environment,
    LOCAL_NUMBER_STORE: 'sqlite',
    DATA_DIR: folder,
    TRUSTED_PROXIES: 'loopback',
    LOCAL_NUMBER_VERIFY_ORIGIN: platform.origin,
    LOCAL_NUMBER_SIGNS_PER_IPV4: '1000000',
    LOCAL_NUMBER_SIGNS_PER_IPV6_NETWORK: '1000000',
    ...env,
  })
  const start = () =>
    startBackend(config, {
      logTo,
      stopNoticeMs: 0,
      now: () => clock.ms,
      ...server,
      sms: {
        senders: [{ name: 'list', send: async (message) => void messages.push(message) }],
        verifyCaptcha: async (proof) => {
          proofs.push(proof)
          return proof.startsWith('solved-')
        },
        ...sms,
      },
    })
  const backends: readonly Backend[] = [await start(), await start()]
  let turn = 0

  const post = async (path: string, body: object, { from = '203.0.113.7', at }: Call = {}): Promise<Answer> => {
    turn += 1
    const { url = '' } = backends[at ?? turn % backends.length] ?? {}
    const response = await fetch(`${url}/api/local-number/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, body: Object(await response.json()) }
  }
  const user = { phone: VICTIM, consent: { version: '1' }, session: createSession() }
  return {
    clock,
    messages,
    proofs,
    log: logTo.lines,
    post,
    send: (changes, call) => post('sms/send', { ...user, ...changes }, call),
    check: (code, changes, call) => post('sms/check', { ...user, code, ...changes }, call),
    readStore: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('\n'),
    async close() {
      await Promise.all(backends.map((each) => each.close()))
      await platform.close()
      rmSync(folder, { recursive: true })
    },
  }
}
