// The stage of one scenario: an app, its keys and a handset.
import type { KeyObject } from 'node:crypto'
import type { Line } from '@local-number/protocol'
import type { AppFiling, ControlledHandset } from '../admin-calls'
import type { Control } from '../control'
import { Unusable } from '../unusable'
import type { KeyPair } from './crypto'

/** What a business has: an app on the open platform and its own keys. */
export interface Customer {
  readonly appId: string
  readonly appKey: string
  readonly wxappid: string
  readonly keys: KeyPair
  readonly platformKey: KeyObject
}

/** How a request gets to the platform. */
export interface Way {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Stage {
  readonly customer: Customer
  /** A pair that is filed nowhere. */
  readonly foreign: KeyPair
  /** The number that taking the number should find. */
  readonly msisdn: string
  /** Where the app and the handset can be changed; `null` on a line that is not ours. */
  readonly controls: Controls | null
  /** expandParams of the image: on the test line the number stands in it (protocol.md §6). */
  imageParams(line?: Line): string
  way(path: string, from: { readonly line?: Line | undefined; readonly fromPhone: boolean }): Way
  /** Never throws. */
  close(): Promise<void>
}

export interface Controls {
  readonly control: Control
  readonly appId: string
  readonly handsetId: string
}

/** @throws Unusable on a line that is not ours */
export function controlsOf({ controls }: Stage): Controls {
  if (controls) return controls
  throw new Unusable('this scenario needs --control')
}

export interface StageOptions {
  readonly filed?: Partial<AppFiling>
  readonly handset?: Partial<ControlledHandset>
  /** Where the login takes place. Default: production where there is one. */
  readonly line?: Line
}

export const IMAGE_PARAMS: Record<Line, (msisdn: string) => string> = {
  production: () => 'callType=6005',
  test: (msisdn) => `callType=6005|phoneNum=${msisdn}`,
}
