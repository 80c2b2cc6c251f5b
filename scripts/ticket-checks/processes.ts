// A business server of two processes that restart one after the other, and a cache in front of its key set.
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BUSINESS_PATHS } from '@local-number/protocol'
import { createLocalNumberServer, createMemoryStores, type LocalNumberServer } from '@local-number/server'
import { readEnvironment } from '@local-number/server/env'
import { localNumber } from '@local-number/server/koa'
import type { JSONWebKeySet } from 'jose'
import Koa from 'koa'
import { serverEnvironment } from '../../packages/server/test/support/environment'
import { startPlatform } from '../../packages/server/test/support/platform-stand-in'

const JWKS_PATH = '/api/local-number/jwks.json'
/** Asks one process; without it, they take turns. */
const PROCESS_HEADER = 'x-process'

export interface Clock {
  ms: number
}

type Variables = Readonly<Record<string, string>>

export interface Processes {
  readonly origin: string
  /** @returns the ticket */
  logIn(login: { readonly preSign: string; readonly session: string; readonly phone: string }): Promise<string>
  /** Restarts one with other variables. */
  restart(index: number, env: Variables): Promise<void>
  readKeyIds(): Promise<readonly string[]>
  stop(): Promise<void>
}

interface Process {
  readonly server: LocalNumberServer
  readonly listener: RequestListener
}

export async function startProcesses({ env, clock }: { env: Variables; clock: Clock }): Promise<Processes> {
  const platform = await startPlatform()
  const now = () => clock.ms
  const stores = createMemoryStores({ now })

  function start(ticketVariables: Variables): Process {
    const { LOCAL_NUMBER_TICKET_PRIVATE_KEY: _, ...others } = serverEnvironment
    const { server: options } = readEnvironment([ticketVariables, others], { variables: {} })
    const server = createLocalNumberServer({ ...options, verifyOrigin: platform.origin, stores, now })
    const app = new Koa().use(localNumber(server).routes())
    return { server, listener: app.callback() }
  }

  const running = [start(env), start(env)]
  let turn = 0
  const front = createServer((request, response) => {
    turn += 1
    const index = Number(request.headers[PROCESS_HEADER] ?? turn % running.length)
    running[index]?.listener(request, response)
  })
  const origin = await listen(front)
  const post = async (path: string, body: object) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${origin}${path}`, init)
    return response.json() as Promise<Record<string, string>>
  }

  return {
    origin,
    async logIn({ preSign, session, phone }) {
      const { attemptId } = await post(BUSINESS_PATHS.sign, { preSign, session, consent: { version: '1' } })
      const facts = { attemptId, phone, token: `token-of-${attemptId}`, userInformation: 'ZQ%3D%3D' }
      const { ticket = '' } = await post(BUSINESS_PATHS.verify, facts)
      return ticket
    },
    async restart(index, changed) {
      await running[index]?.server.close()
      running[index] = start(changed)
    },
    async readKeyIds() {
      const response = await fetch(`${origin}${JWKS_PATH}`)
      const { keys } = (await response.json()) as JSONWebKeySet
      return keys.map(({ kid = '' }) => kid)
    },
    async stop() {
      await close(front)
      await Promise.all(running.map(({ server }) => server.close()))
      await platform.close()
    },
  }
}

export interface KeyCache {
  readonly origin: string
  /** Asks again, and this process. */
  refill(index: number): Promise<void>
  stop(): Promise<void>
}

/** Keeps the key set for as long as the answer allows, as a proxy or a CDN does. */
export async function startKeyCache({ origin, clock }: { origin: string; clock: Clock }): Promise<KeyCache> {
  let kept = { text: '', until: Number.NEGATIVE_INFINITY }

  async function fill(headers: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${origin}${JWKS_PATH}`, { headers })
    const [, seconds = 0] = /max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '') ?? []
    kept = { text: await answer.text(), until: clock.ms + Number(seconds) * 1_000 }
  }

  const host = createServer(async (_, response) => {
    if (clock.ms >= kept.until) await fill({})
    response.setHeader('content-type', 'application/json').end(kept.text)
  })
  return {
    origin: await listen(host),
    refill: (index) => fill({ [PROCESS_HEADER]: `${index}` }),
    stop: () => close(host),
  }
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
