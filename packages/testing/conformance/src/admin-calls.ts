// What the simulator's admin API is sent: the shapes, and the calls that change something.

/** What a scenario files on the simulated open platform; see the simulator's guide for each field. */
export interface AppFiling {
  readonly appId: string
  readonly appKey: string
  readonly wxappids?: readonly string[]
  readonly scenarios?: readonly ('miniProgram' | 'h5')[]
  readonly lines?: readonly ('production' | 'test')[]
  /** Base64 of X.509 DER. */
  readonly customerPublicKeys?: readonly string[]
  readonly signature?: { readonly algorithm: string; readonly encoding: string }
  /** Base64 of PKCS#8 DER, or the size of a key that the simulator generates. */
  readonly platformKeys?: { readonly privateKey: string } | { readonly bits: 1024 | 2048 }
  readonly dailyLimit?: number
  readonly ipWhiteList?: readonly string[] | null
  readonly capability?: boolean
  readonly contract?: 'bound' | 'unbound'
  readonly balance?: number | null
  /** Milliseconds since 1970. */
  readonly effectiveAt?: number | null
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | null
  readonly codes?: 'document' | 'family'
}

export type AppPatch = Partial<Omit<AppFiling, 'appId' | 'platformKeys'>>

export interface ControlledHandset {
  readonly id: string
  readonly label: string
  /** 11 digits; `null` for a data-only SIM. */
  readonly msisdn: string | null
  readonly carrier: 'CM' | 'CU' | 'CT'
  readonly network: '2g' | '3g' | '4g' | '5g' | 'wifi' | 'none' | 'unknown'
  /** The id of the handset whose hotspot it is on. */
  readonly hotspot?: string | null
}

export type HandsetPatch = Partial<Omit<ControlledHandset, 'id'>>

export type ClockChange = { readonly advanceMs: number } | { readonly now: number } | { readonly reset: true }

/** What goes wrong at a call on top of what the platform would answer; see the simulator's guide to faults. */
export interface FaultRequest {
  readonly call: 'getMobile' | 'getToken' | 'verify'
  readonly effect: Readonly<Record<string, string | number | true>>
  readonly handset?: string
  readonly times?: number | null
}

export interface AdminCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

export const appPath = (appId: string) => `/_sim/apps/${appId}`
export const handsetPath = (id: string) => `/_sim/handsets/${id}`

/** Changes of what is there already: scenarios make them, and recipes show them. */
export const CHANGES = {
  filing: (body: AppFiling): AdminCall => ({ method: 'POST', path: '/_sim/apps', body }),
  app: (appId: string, body: AppPatch): AdminCall => ({ method: 'PATCH', path: appPath(appId), body }),
  handset: (id: string, body: HandsetPatch): AdminCall => ({ method: 'PATCH', path: handsetPath(id), body }),
  clock: (body: ClockChange): AdminCall => ({ method: 'POST', path: '/_sim/clock', body }),
  fault: (body: FaultRequest): AdminCall => ({ method: 'POST', path: '/_sim/faults', body }),
}
