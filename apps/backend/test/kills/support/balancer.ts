// Sends requests to processes that chance picks, and sends them again when a process was killed before its answer, as
// the component does. It sends as many as the test lets out: a process that starts has the machine for itself.
import type { BackendProcess, JsonAnswer } from '../../support/processes'

export interface Balancer {
  /**
   * Returns the answer, and whether an earlier one was lost with its process.
   *
   * @throws if an answer is lost although nobody was killed
   */
  ask<T>(route: string, body: object): Promise<{ readonly answer: JsonAnswer<T>; readonly wasLost: boolean }>
  /** Lets so many further requests out, and resolves when they are sent. What is sent again needs no leave. */
  letOut(count: number): Promise<void>
  /** Kills one process while requests are on their way to it, and starts it again. */
  killOne(): Promise<void>
}

export function createBalancer(backends: readonly BackendProcess[]): Balancer {
  const alive = new Set(backends)
  let onAlive: () => void = () => undefined
  let revived = Promise.resolve()
  let left = 0
  let onSent: () => void = () => undefined
  const waiting: (() => void)[] = []

  function send(): void {
    while (left > 0 && waiting.length > 0) {
      left -= 1
      waiting.shift()?.()
    }
    if (left === 0) onSent()
  }

  const waitForLeave = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve)
      send()
    })

  return {
    async ask(route, body) {
      await waitForLeave()
      for (let wasLost = false; ; wasLost = true) {
        while (alive.size === 0) await revived
        const backend = pickOne([...alive])
        const { kills } = backend
        try {
          return { answer: await backend.post(route, body), wasLost }
        } catch (error) {
          if (backend.kills === kills) throw error
        }
      }
    },
    letOut(count) {
      left += count
      return new Promise((resolve) => {
        onSent = resolve
        send()
      })
    },
    async killOne() {
      const backend = pickOne([...alive])
      alive.delete(backend)
      revived = new Promise((resolve) => {
        onAlive = resolve
      })
      await backend.kill()
      await backend.restart()
      alive.add(backend)
      onAlive()
    },
  }
}

export function pickOne<T>(all: readonly T[]): T {
  return all[Math.floor(Math.random() * all.length)] as T
}
