// The number at both ends of a login: what is in the field at first, and what was proven.

/** How the number was proven: by the SIM, or by the app's way of this id. */
export type ProvenWay = 'sim' | (string & {})

/** A number that was proven, for the server that opens the session. */
export interface Verified {
  /** 11 digits. */
  readonly phone: string
  /** The server's one-minute, single-use proof; `null` if it issues none. */
  readonly ticket: string | null
  readonly traceId: string
  /** `'sim'`, or the id of the other way that proved it. */
  readonly way: ProvenWay
}

/** A number that is in the field from the start. */
export interface InitialPhone {
  readonly phone: string
  /** It is the number that this device remembers: shown masked until it is edited. */
  readonly remembered: boolean
}
