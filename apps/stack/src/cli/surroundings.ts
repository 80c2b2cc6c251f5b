// The stack that a command-line login goes through: the running one where there is one, else one of its own.
import { DEMO_APP } from '@local-number/simulator'
import { ANY_PORTS, CONSENT_VERSION, type Environment, readStackConfig } from '../config'
import { StackError } from '../errors'
import { type Stack, startStack } from '../start-stack'
import type { Surroundings } from './phone'

export interface FoundSurroundings extends Surroundings {
  /** Which stack it is, in words. */
  readonly found: string
  stop(): Promise<void>
}

/** @throws StackError `unknownHandset` */
export async function surroundings(env: Environment, handset: string | undefined): Promise<FoundSurroundings> {
  const config = readStackConfig(env)
  const simulator = `http://127.0.0.1:${config.SIMULATOR_PORT}`
  const backend = `http://127.0.0.1:${config.BACKEND_PORT}`
  const running = (await answers(`${simulator}/_sim/health`)) && (await answers(`${backend}/healthz`))
  const stack = running ? null : await startStack({ env: { ...env, ...ANY_PORTS } })
  try {
    const gateway = stack?.simulator.origin ?? simulator
    return {
      carrierOrigin: await handsetOrigin(gateway, handset),
      backendUrl: stack?.backend.url ?? backend,
      appId: env.SIMULATOR_APP_ID || DEMO_APP.appId,
      wxappid: env.SIMULATOR_WXAPPID || DEMO_APP.wxappids[0],
      consentVersion: CONSENT_VERSION,
      found: stack ? 'no stack is running: started one for this login' : `through the running stack at ${backend}`,
      stop: () => stopped(stack),
    }
  } catch (error) {
    await stopped(stack)
    throw error
  }
}

async function stopped(stack: Stack | null): Promise<void> {
  await stack?.stop()
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => null)
  return response?.ok ?? false
}

async function handsetOrigin(gateway: string, wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return gateway
  const response = await fetch(`${gateway}/_sim/handsets`)
  const handsets = (await response.json()) as ReadonlyArray<{ id: string; origin: string }>
  const handset = handsets.find(({ id }) => id === wanted)
  if (handset) return handset.origin
  const known = handsets.map(({ id }) => id).join(', ')
  throw new StackError('unknownHandset', `no handset is called ${wanted}: there are ${known}`)
}
