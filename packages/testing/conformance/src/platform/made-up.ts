// Apps, handsets and numbers that are made up for one scenario, so that none knows of another.
import { randomBytes, randomInt } from 'node:crypto'
import type { AppFiling, ControlledHandset } from '../admin-calls'
import { type KeyPair, privateKeyText, publicKeyText } from './crypto'

export interface AppKeys {
  readonly customerKeys: KeyPair
  readonly platformKeys: KeyPair
}

export function newApp(
  { customerKeys, platformKeys }: AppKeys,
  { wxappid, filed }: { wxappid: string; filed: Partial<AppFiling> | undefined },
): AppFiling {
  return {
    appId: `3${digits(11)}`,
    appKey: hexDigits(32).toUpperCase(),
    wxappids: [wxappid],
    customerPublicKeys: [publicKeyText(customerKeys.publicKey)],
    platformKeys: { privateKey: privateKeyText(platformKeys.privateKey) },
    ...filed,
  }
}

export function newHandset(handset: Partial<ControlledHandset> = {}): ControlledHandset {
  const id = `conformance-${hexDigits(8)}`
  return { id, label: id, msisdn: newMsisdn(), carrier: 'CM', network: '5g', ...handset }
}

export function newMsisdn(): string {
  return `138${digits(8)}`
}

export function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

export function hexDigits(count: number): string {
  return randomBytes(count / 2).toString('hex')
}
