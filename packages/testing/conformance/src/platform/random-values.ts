// Random apps, handsets and numbers, so that scenarios do not influence each other.
import { randomBytes, randomInt } from 'node:crypto'
import type { AppRegistration, Handset } from '@local-number/simulator-contract'

/** Creates an app with a random id and appKey. */
export function createApp(registration: Partial<AppRegistration>): AppRegistration {
  return {
    appId: `3${createDigits(11)}`,
    appKey: createHexDigits(32).toUpperCase(),
    ...registration,
  }
}

export function createHandset(handset: Partial<Handset> = {}): Handset {
  const id = `conformance-${createHexDigits(8)}`
  return { id, label: id, msisdn: createMsisdn(), carrier: 'CM', network: '5g', ...handset }
}

export function createMsisdn(): string {
  return `138${createDigits(8)}`
}

export function createDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

export function createHexDigits(count: number): string {
  return randomBytes(count / 2).toString('hex')
}
