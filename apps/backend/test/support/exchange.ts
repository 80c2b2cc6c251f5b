// Sends bytes piece by piece over a connection of its own, and reads until the server ends it.
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'

/** Longer than the service waits for a request. */
const TIME_LIMIT_MS = 25_000

/** @throws if the server does not end the connection in time */
export async function exchange(origin: string, pieces: readonly Uint8Array[]): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true }).setEncoding('latin1')
  // A server that refuses early resets the connection.
  socket.on('error', () => undefined)
  let answer = ''
  socket.on('data', (text) => {
    answer += text
  })
  const ended = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`the connection is open after ${TIME_LIMIT_MS} ms: ${answer.slice(0, 200)}`))
    }, TIME_LIMIT_MS)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece)
    await setImmediate()
  }
  await ended
  return answer
}

/** The statuses of all answers, in their order. */
export function readStatuses(answer: string): readonly number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
}
