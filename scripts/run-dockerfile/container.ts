// Runs what a Dockerfile has built: its entry point as a process, and its health check.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type Environment, environmentIn, type Image, placeIn } from './build'
import type { Recipe } from './recipe'

const PATIENCE_MS = 30_000
const BETWEEN_CHECKS_MS = 100

export class Container {
  /** Both streams. */
  said = ''
  readonly #process: ChildProcess
  readonly #over: Promise<unknown>
  readonly #shell

  /** @param env as with `docker run -e` */
  constructor(
    private readonly recipe: Recipe,
    image: Image,
    env: Environment,
  ) {
    this.#shell = { cwd: placeIn(image, '.'), env: { ...environmentIn(image), ...env } }
    const [command = '', ...args] = recipe.entrypoint
    this.#process = spawn(command, args, this.#shell)
    this.#over = once(this.#process, 'close')
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.said += chunk
      })
    }
  }

  /** @throws when the process ends first, or takes longer than an operator would wait */
  async healthy(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    while (spawnSync('/bin/sh', ['-c', this.recipe.healthCheck], this.#shell).status !== 0) {
      if (this.#process.exitCode !== null) throw new Error(`it has ended:\n${this.said}`)
      if (performance.now() > deadline) throw new Error(`it is not healthy after ${PATIENCE_MS} ms:\n${this.said}`)
      await pause(BETWEEN_CHECKS_MS)
    }
  }

  /** As `docker stop` does. */
  stop(): Promise<number | null> {
    this.#process.kill('SIGTERM')
    return this.ended()
  }

  /** @returns the exit code; `null` when a signal ended it */
  async ended(): Promise<number | null> {
    await this.#over
    return this.#process.exitCode
  }
}
