// A port that must be known before its server starts.
import { once } from 'node:events'
import { createServer } from 'node:http'

/** The system gives ports from 32,768 on to whoever connects, in other tests too; below, nobody takes them by chance. */
const LOWEST = 20_000
const HIGHEST = 32_000

export async function freePort(): Promise<number> {
  const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
  const server = createServer()
  const listening = once(server.listen(port, '127.0.0.1'), 'listening')
  const isFree = await listening.then(
    () => true,
    () => false,
  )
  await new Promise((resolve) => server.close(resolve))
  return isFree ? port : freePort()
}
