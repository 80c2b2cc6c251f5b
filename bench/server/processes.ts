// The processes of a bench, each with an event loop of its own: servers, the platform, and the generator of the load.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Usage } from './child'

export interface BenchProcess {
  /** Base URL, without a trailing slash; empty for a process that does not listen. */
  readonly url: string
  ask<Answer>(name: string, facts?: object): Promise<Answer>
  readUsage(): Promise<Usage>
}

export interface Processes {
  /** @param file in this folder, without its extension */
  start(file: string, options?: object, nodeOptions?: readonly string[]): Promise<BenchProcess>
  endAll(): Promise<void>
}

interface Waiting {
  resolve(answer: never): void
  reject(error: Error): void
}

export function createProcesses(): Processes {
  const children: ChildProcess[] = []
  // What the processes write, such as SQLite files, ends with them.
  const folder = mkdtempSync(join(tmpdir(), 'local-number-bench-'))
  return {
    async start(file, options = {}, nodeOptions = []) {
      const child = fork(join(import.meta.dirname, `${file}.ts`), [JSON.stringify(options)], {
        execArgv: [...process.execArgv, ...nodeOptions],
        // The log goes to standard output, as in production; nobody reads it here.
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: { ...process.env, TMPDIR: folder },
      })
      children.push(child)
      return openConversation(child, file)
    },
    async endAll() {
      const ends = children.splice(0).map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return
        child.kill('SIGKILL')
        await once(child, 'exit')
      })
      await Promise.all(ends)
      rmSync(folder, { recursive: true })
    },
  }
}

async function openConversation(child: ChildProcess, file: string): Promise<BenchProcess> {
  const waiting = new Map<number, Waiting>()
  const expect = <Answer>(id: number) => new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }))
  child.on('message', ({ id, answer, error }: { id: number; answer: never; error?: string }) => {
    if (error === undefined) waiting.get(id)?.resolve(answer)
    else waiting.get(id)?.reject(new Error(`${file}: ${error}`))
    waiting.delete(id)
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code}`))
  })
  const { url = '' } = await expect<{ url?: string }>(0)
  let lastId = 0
  const ask = <Answer>(name: string, facts: object = {}) => {
    lastId += 1
    child.send({ id: lastId, name, facts })
    return expect<Answer>(lastId)
  }
  return { url, ask, readUsage: () => ask<Usage>('usage') }
}
