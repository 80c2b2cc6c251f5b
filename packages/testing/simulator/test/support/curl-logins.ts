// Runs the logins of e2e/curl, which use curl and openssl only.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_APP, type Simulator, startSimulator } from '../../src'
import { CUSTOMER_PRIVATE_KEY, REGISTERED_APP } from './customer'

const SCRIPTS = join(__dirname, '../../../../../e2e/curl')

export interface Run {
  readonly status: number
  /** Of the output; the last one is the final code. */
  readonly lines: readonly string[]
}

/** A simulator with the keys that the scripts read. */
export class CurlLogins {
  readonly #keys = mkdtempSync(join(tmpdir(), 'curl-login-'))

  static async start(): Promise<CurlLogins> {
    return new CurlLogins(await startSimulator({ apps: [{ ...REGISTERED_APP, dailyLimit: 1000 }] }))
  }

  private constructor(readonly simulator: Simulator) {
    writeFileSync(join(this.#keys, 'customer'), CUSTOMER_PRIVATE_KEY)
    writeFileSync(join(this.#keys, 'platform'), simulator.apps[0]!.platformPublicKey)
  }

  /** @param origins the script's first arguments */
  run(script: string, origins: readonly string[], flip: readonly string[]): Promise<Run> {
    const files = [join(this.#keys, 'customer'), join(this.#keys, 'platform')]
    const args = [join(SCRIPTS, script), ...origins, DEMO_APP.appId, DEMO_APP.appKey, ...files, '13800138000', ...flip]
    return new Promise((resolve) => {
      execFile('bash', args, { cwd: this.#keys, env: { ...process.env, no_proxy: '*' } }, (error, stdout) => {
        resolve({ status: Number(error?.code ?? 0), lines: stdout.trimEnd().split('\n') })
      })
    })
  }

  async stop(): Promise<void> {
    await this.simulator.stop()
    rmSync(this.#keys, { recursive: true })
  }
}
