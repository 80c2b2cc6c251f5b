import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { createWriteGatherer } from '../../../src/stores/redis/gather-writes'

/** As far as the gathering sees a client: what it cannot gather is `sent` at once. */
function createClient() {
  const sent: string[] = []
  let waiting: string[] | null = null
  const stream = {
    cork: () => {
      waiting = []
    },
    uncork: () => {
      sent.push((waiting ?? []).join(' '))
      waiting = null
    },
  }
  const send = (command: string) => void (waiting ?? sent).push(command)
  return { stream, send, sent }
}

it('what is sent in one turn goes out together, and the next turn begins anew', async () => {
  const client = createClient()
  const gather = createWriteGatherer(client as unknown as Redis)
  for (const command of ['a', 'b', 'c']) {
    gather()
    client.send(command)
  }
  expect(client.sent).toEqual([])
  await nextTurn()
  gather()
  client.send('d')
  await nextTurn()
  expect(client.sent).toEqual(['a b c', 'd'])
})
