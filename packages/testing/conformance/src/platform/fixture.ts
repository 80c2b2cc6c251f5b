// What a scenario works with: an app, its keys and a handset.
import type { KeyObject } from 'node:crypto'
import type { Line } from '@local-number/protocol'
import type { AppRegistration, Handset } from '@local-number/simulator-contract'
import type { Control } from '../control'
import { Unusable } from '../unusable'
import type { KeyPair } from './crypto'

/** What a customer has: an app on the open platform, and keys. */
export interface Customer {
  readonly appId: string
  readonly appKey: string
  readonly wxappid: string
  readonly keys: KeyPair
  readonly platformKey: KeyObject
}

/** Where a request goes, and the headers that it needs to get there. */
export interface Route {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Fixture {
  readonly customer: Customer
  /** A pair that is not registered for any app. */
  readonly foreign: KeyPair
  /** The number that number retrieval must find. */
  readonly msisdn: string
  /** Changes the app and the handset; `null` if the platform is not a simulator. */
  readonly controls: Controls | null
  /** Returns the image's expandParams. On the test line they contain the number (protocol.md §6). */
  imageParams(line?: Line): string
  /** The same for the HTTPS edition's call of a mini-program. */
  httpsParams(line?: Line): string
  route(path: string, from: { readonly line?: Line | undefined; readonly fromPhone: boolean }): Route
  /** Removes app and handset. Never throws. */
  close(): Promise<void>
}

export interface Controls {
  readonly control: Control
  readonly appId: string
  readonly handsetId: string
}

/** @throws Unusable if the platform is not a simulator */
export function getControls({ controls }: Fixture): Controls {
  if (controls) return controls
  throw new Unusable('this scenario needs --control')
}

export interface FixtureOptions {
  readonly registration?: Partial<AppRegistration>
  readonly handset?: Partial<Handset>
  /** The line of the login. @default production, if the platform has it */
  readonly line?: Line
}

export const HTTPS_PARAMS: Record<Line, (msisdn: string) => string> = {
  production: () => 'callType=6006',
  test: (msisdn) => `callType=6006|phoneNum=${msisdn}`,
}

export const IMAGE_PARAMS: Record<Line, (msisdn: string) => string> = {
  production: () => 'callType=6005',
  test: (msisdn) => `callType=6005|phoneNum=${msisdn}`,
}
