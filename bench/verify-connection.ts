// What it costs that every verify call makes a connection of its own, as multiples of a call over one that is kept:
// on loopback, over TLS, one call after the other. A real network adds two round trips, for TCP and for TLS 1.3.
// node --conditions=@local-number/source --import tsx bench/verify-connection.ts
import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { PATHS, type VerifyMobileRequest } from '@local-number/protocol'
import { Agent, request } from 'undici'
import { createPlatformClient } from '../packages/server/src/verify/platform-client'
import { certificate, certificateKey } from '../packages/server/test/support/certificate'

const CALLS = 500

const message: VerifyMobileRequest = {
  header: { version: '1.0', msgId: 'm', appId: 'a', timestamp: 't' },
  body: {
    expandParams: '',
    phoneNum: 'p'.repeat(172),
    token: 't'.repeat(40),
    sign: 's'.repeat(172),
    userInformation: '',
  },
}

/** Returns ms per call. */
async function measure(call: () => Promise<unknown>): Promise<number> {
  for (let warmUp = 0; warmUp < CALLS / 5; warmUp += 1) await call()
  const start = performance.now()
  for (let count = 0; count < CALLS; count += 1) await call()
  return (performance.now() - start) / CALLS
}

async function main(): Promise<void> {
  const platform = createServer({ cert: certificate, key: certificateKey }, (received, response) => {
    received.resume().on('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(platform, 'listening')
  const origin = `https://127.0.0.1:${(platform.address() as AddressInfo).port}`
  const tls = { ca: certificate }

  const kept = new Agent({ connect: tls })
  const own = createPlatformClient({ origin, timeoutMs: 5_000, tls })
  const contenders: readonly [name: string, call: () => Promise<unknown>][] = [
    [
      'undici request, connection kept',
      async () => {
        const options = { method: 'POST', body: JSON.stringify(message), dispatcher: kept } as const
        const { body } = await request(`${origin}${PATHS.verify}`, options)
        await body.text()
      },
    ],
    ['verify, a connection per call', () => own.verify(message)],
  ]
  let baseline = 0
  process.stdout.write(`${' '.repeat(36)}ms    × baseline\n`)
  for (const [name, call] of contenders) {
    const ms = await measure(call)
    baseline ||= ms
    process.stdout.write(`${name.padEnd(32)}${ms.toFixed(2).padStart(6)}${(ms / baseline).toFixed(1).padStart(12)}\n`)
  }
  process.stdout.write('The baseline is the first line. On loopback: a real network adds two round trips.\n')
  await Promise.all([kept.close(), own.close()])
  platform.close()
}

void main()
