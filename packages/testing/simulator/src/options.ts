// What a simulator is started with.
import type { AppRegistration, Handset } from '@local-number/simulator-contract'
import type { ErrorListener } from './http/internal-errors'
import type { MessageListener } from './messages'

export interface SimulatorOptions {
  /** The address to listen on. Default: 127.0.0.1, which no other machine reaches. */
  readonly host?: string
  /** The gateway's port; 0, the default, is any free one. */
  readonly port?: number
  /** The test line's port; 0, the default, is any free one. */
  readonly testLinePort?: number
  /** A port per handset: the first of a row, or `true` for any free ones. Default: none. */
  readonly handsetPorts?: 'none' | number | true
  /** The address of the admin API and the console. Default: 127.0.0.1. Any other one wants an `adminToken`. */
  readonly adminHost?: string
  /** The port of the admin API and the console; 0, the default, is any free one. */
  readonly adminPort?: number
  /** What the admin API then asks for. Default: it asks for nothing. */
  readonly adminToken?: string
  /** Web origins, besides this machine's own, whose pages may ask for the phones on the desk. Default: none. */
  readonly pageOrigins?: readonly string[]
  /** The SQLite file that outlives a restart. Default: `:memory:`, which does not. */
  readonly database?: string
  /** Filed at the first start that names them; how they are left after that, is how they stay. Default: none. */
  readonly apps?: readonly AppRegistration[]
  /** Filed if the database is new and there are no `apps`. Default: the demo's app, with a key pair made for it. */
  readonly firstApps?: readonly AppRegistration[]
  /** Added at the first start that names them. Default, for a new database: seven handsets. */
  readonly handsets?: readonly Handset[]
  /** The id of the handset that the default origin stands for, until another is taken. Default: the first. */
  readonly activeHandset?: string
  /** Milliseconds since 1970: the clock that `clock` moves. Default: `Date.now`. */
  readonly now?: () => number
  /** Hears of every message of a login, masked. It must not throw. */
  readonly onMessage?: MessageListener
  /** Hears of errors of the simulator itself. Default: they are written to standard error. */
  readonly onError?: ErrorListener
}
