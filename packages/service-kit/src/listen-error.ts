// Why a port could not be opened, with the setting that chose it and the remedy.
import { LAST_PORT } from './variable-types'

/**
 * - `portTaken`: another program listens on the port
 * - `portUnusable`: the number is not a port, or this user may not open it
 * - `hostUnusable`: the host is not an address of this machine
 */
export type ListenErrorCode = 'portTaken' | 'portUnusable' | 'hostUnusable'

export interface ListenPlace {
  /** An address or name of this machine; `0.0.0.0` and `::` are all of them. */
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** The setting that chose the port, for error messages: a variable, an option, a flag. */
  readonly portSetting: string
  /** The setting that chose the host. @default 'HOST' */
  readonly hostSetting?: string
}

/** Thrown by `listen`. Recognize it with {@link isListenError}: each bundle has its own copy of the class. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly host: string
  readonly port: number
  /** The setting to change. */
  readonly setting: string

  constructor(
    readonly code: ListenErrorCode,
    place: ListenPlace,
    options?: ErrorOptions,
  ) {
    super(MESSAGES[code](place), options)
    this.host = place.host
    this.port = place.port
    this.setting = code === 'hostUnusable' ? getHostSetting(place) : place.portSetting
  }
}

const MESSAGES: Readonly<Record<ListenErrorCode, (place: ListenPlace) => string>> = {
  portTaken: ({ host, port, portSetting }) =>
    `port ${port} on ${host} is taken: stop the program that uses it, or set ${portSetting} to another port`,
  portUnusable: ({ host, port, portSetting }) =>
    isPort(port)
      ? `port ${port} on ${host} is not allowed for this user: set ${portSetting} to 1024 or more`
      : `${portSetting} leads to port ${port}: ports are whole numbers from 0 to ${LAST_PORT}`,
  hostUnusable: (place) => `${place.host} is not an address of this machine: check ${getHostSetting(place)}`,
}

function getHostSetting({ hostSetting = 'HOST' }: ListenPlace): string {
  return hostSetting
}

export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= LAST_PORT
}

export function isListenError(error: unknown): error is ListenError {
  const { name, code } = Object(error)
  return name === 'ListenError' && Object.hasOwn(MESSAGES, String(code))
}

/** By the codes of Node's errors. */
const CODES: Readonly<Record<string, ListenErrorCode>> = {
  EADDRINUSE: 'portTaken',
  EACCES: 'portUnusable',
  EADDRNOTAVAIL: 'hostUnusable',
  ENOTFOUND: 'hostUnusable',
  EAI_AGAIN: 'hostUnusable',
}

/** Explains an error of `server.listen`; one without an explanation is returned as it is. */
export function toListenError(error: NodeJS.ErrnoException, place: ListenPlace): Error {
  const code = CODES[error.code ?? '']
  return code === undefined ? error : new ListenError(code, place, { cause: error })
}
