// Sends requests to processes that chance picks, and sends them again when a process was killed before its answer, as
// the component does.
import type { BackendProcess, JsonAnswer } from '../../support/processes'

export interface Balancer {
  /**
   * Returns the answer, and whether an earlier one was lost with its process.
   *
   * @throws if an answer is lost although nobody was killed
   */
  ask<T>(route: string, body: object): Promise<{ readonly answer: JsonAnswer<T>; readonly wasLost: boolean }>
  /** Resolves when so many further requests have been sent. */
  waitForRequests(count: number): Promise<void>
  /** Kills one process while requests are on their way to it, and starts it again. */
  killOne(): Promise<void>
}

export function createBalancer(backends: readonly BackendProcess[]): Balancer {
  const alive = new Set(backends)
  let onAlive: () => void = () => undefined
  let revived = Promise.resolve()
  let requests = 0
  const waiting = new Set<() => void>()

  async function pick(): Promise<BackendProcess> {
    while (alive.size === 0) await revived
    return pickOne([...alive])
  }

  return {
    async ask(route, body) {
      for (let wasLost = false; ; wasLost = true) {
        const backend = await pick()
        const { kills } = backend
        requests += 1
        for (const check of waiting) check()
        try {
          return { answer: await backend.post(route, body), wasLost }
        } catch (error) {
          if (backend.kills === kills) throw error
        }
      }
    },
    waitForRequests(count) {
      const last = requests + count
      return new Promise((resolve) => {
        const check = () => {
          if (requests < last) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
      })
    },
    async killOne() {
      const backend = await pick()
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
