// The options of a simulator.
import type { AppRegistration, Handset } from '@local-number/simulator-contract'
import type { ErrorListener } from './http/report-errors'
import type { MessageListener } from './trace/messages'

export interface SimulatorOptions {
  /**
   * The address to listen on. No other machine reaches the default.
   *
   * @default 127.0.0.1
   */
  readonly host?: string
  /**
   * The gateway's port; 0 is any free one.
   *
   * @default 0
   */
  readonly port?: number
  /**
   * The test line's port; 0 is any free one.
   *
   * @default 0
   */
  readonly testLinePort?: number
  /**
   * The port of the HTTPS edition's call; 0 is any free one. It speaks http: put TLS in front if a client needs it.
   *
   * @default 0
   */
  readonly httpsEditionPort?: number
  /**
   * The port of the HTTPS edition's call on the test line; 0 is any free one.
   *
   * @default 0
   */
  readonly httpsEditionTestLinePort?: number
  /**
   * A port per handset: `anyFree`, which is the same as 0, or the first port of a row (1–65,535).
   *
   * @default none
   */
  readonly handsetPorts?: 'none' | 'anyFree' | number
  /**
   * The address of the admin API and the console. Any address but loopback needs an `adminToken`.
   *
   * @default 127.0.0.1
   */
  readonly adminHost?: string
  /**
   * The port of the admin API and the console; 0 is any free one.
   *
   * @default 0
   */
  readonly adminPort?: number
  /**
   * The token that requests to the admin API must carry.
   *
   * @default no token is needed
   */
  readonly adminToken?: string
  /**
   * Web origins whose pages may use the phone routes, besides those of this machine.
   *
   * @default []
   */
  readonly pageOrigins?: readonly string[]
  /**
   * Whether getToken and the HTTPS edition's call answer a CORS preflight. The carrier's own H5 scripts cause none, and
   * whether the carrier answers one is unknown (protocol.md §4): without an answer, a browser fails a page that depends
   * on it.
   *
   * @default false
   */
  readonly answerPreflight?: boolean
  /**
   * A SQLite file that outlives a restart, or `:memory:`.
   *
   * @default :memory:
   */
  readonly database?: string
  /**
   * Registered the first time a start names them. Later changes and deletions are kept.
   *
   * @default []
   */
  readonly apps?: readonly AppRegistration[]
  /**
   * Registered if the database is new and there are no `apps`.
   *
   * @default the demo's app, with a generated key pair
   */
  readonly firstApps?: readonly AppRegistration[]
  /**
   * Added at the first start that names them.
   *
   * @default eleven handsets, if the database is new
   */
  readonly handsets?: readonly Handset[]
  /**
   * The id of the handset that the default origin stands for, if the database is new.
   *
   * @default the first handset
   */
  readonly activeHandset?: string
  /**
   * The machine's time in milliseconds since 1970, to which `clock` adds its offset.
   *
   * @default Date.now
   */
  readonly now?: () => number
  /** Called when somebody cleared the day's count of checks, for a server that counts as well. */
  readonly onChecksCleared?: () => void
  /** Receives every message of a login, masked. It must not throw. */
  readonly onMessage?: MessageListener
  /**
   * Receives errors of the simulator itself.
   *
   * @default writes them to standard error
   */
  readonly onError?: ErrorListener
}
