// Ports that are free, for tests that must know them before somebody listens.
import { once } from 'node:events'
import { createServer } from 'node:http'

/** The system gives ports from 32,768 on to whoever connects, in other tests too; below, nobody takes them by chance. */
const LOWEST = 20_000
const HIGHEST = 32_000

/** The first of so many ports that are free, one after another. */
export async function freeRow(length: number): Promise<number> {
  const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - length))
  const servers = Array.from({ length }, () => createServer())
  const opened = servers.map((server, index) => once(server.listen(first + index, '127.0.0.1'), 'listening'))
  const results = await Promise.allSettled(opened)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return results.every(({ status }) => status === 'fulfilled') ? first : freeRow(length)
}
