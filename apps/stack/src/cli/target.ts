// The stack that a command-line login uses: the running one, or its own if none is running.
import { DEMO_APP } from '@local-number/simulator'
import { ANY_PORTS, CONSENT_VERSION, type Environment, readStackConfig } from '../config'
import { StackError } from '../errors'
import { type Stack, startStack } from '../start-stack'
import type { LoginOptions } from './options'
import type { LoginTarget } from './phone'

/** Which phone logs in, and how. */
export type PhoneChoice = Pick<LoginOptions, 'handset' | 'edition'>

export interface FoundTarget extends LoginTarget {
  /** Which stack it is, for the terminal. */
  readonly description: string
  /** Stops the stack, if it was started for this login. */
  stop(): Promise<void>
}

/**
 * Finds the running stack by its ports, or starts one.
 *
 * @throws StackError `unknownHandset`
 */
export async function findTarget(env: Environment, { handset, edition }: PhoneChoice): Promise<FoundTarget> {
  const config = readStackConfig(env)
  const simulator = `http://127.0.0.1:${config.SIMULATOR_PORT}`
  const backend = `http://127.0.0.1:${config.BACKEND_PORT}`
  const isRunning = (await respondsOk(`${simulator}/_sim/health`)) && (await respondsOk(`${backend}/healthz`))
  const stack = isRunning ? null : await startStack({ env: { ...env, ...ANY_PORTS } })
  try {
    return {
      carrierOrigin: await findHandsetOrigin(stack?.simulator.origin ?? simulator, handset),
      backendUrl: stack?.backend.url ?? backend,
      appId: env.SIMULATOR_APP_ID || DEMO_APP.appId,
      wxappid: env.SIMULATOR_WXAPPID || DEMO_APP.wxappids[0],
      consentVersion: CONSENT_VERSION,
      edition,
      description: stack
        ? 'no stack is running: started one for this login'
        : `through the running stack at ${backend}`,
      stop: () => stopStack(stack),
    }
  } catch (error) {
    await stopStack(stack)
    throw error
  }
}

async function stopStack(stack: Stack | null): Promise<void> {
  await stack?.stop()
}

async function respondsOk(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => null)
  return response?.ok ?? false
}

async function findHandsetOrigin(gateway: string, id: string | undefined): Promise<string> {
  if (id === undefined) return gateway
  const response = await fetch(`${gateway}/_sim/handsets`)
  const handsets = (await response.json()) as ReadonlyArray<{ id: string; origin: string }>
  const handset = handsets.find((each) => each.id === id)
  if (handset) return handset.origin
  const known = handsets.map((each) => each.id).join(', ')
  throw new StackError('unknownHandset', `unknown handset ${id}: expected one of ${known}`)
}
