// Opens and closes the simulator's ports.
import { createServer, type RequestListener } from 'node:http'
import { isListenError, type Listening, listen, toOrigin } from '@local-number/service-kit'
import { SimulatorError } from '../common/errors'

export interface PortChoice {
  /** 0 lets the system choose. */
  readonly port: number
  /** The option that chose the port, for the error. */
  readonly option: string
}

export interface ListenersOptions {
  /** An address or name of this machine. */
  readonly host: string
  /** The option that chose the host, for the error. */
  readonly hostOption: string
}

/** The open ports of one simulator, all on one host. */
export class Listeners {
  readonly #open: Listening[] = []

  constructor(private readonly options: ListenersOptions) {}

  /**
   * Opens a port.
   *
   * @returns the port that was opened: never 0
   * @throws SimulatorError `portTaken`, `portUnusable`, `hostUnusable`
   */
  async open(handler: RequestListener, { port, option }: PortChoice): Promise<number> {
    const { host, hostOption } = this.options
    const place = { host, port, portSetting: `the option ${option}`, hostSetting: `the option ${hostOption}` }
    const listening = await listen(createServer(handler), place).catch((error) => {
      throw toSimulatorError(error, { portOption: option, hostOption })
    })
    this.#open.push(listening)
    return listening.port
  }

  /** Ends open connections too. */
  async closeAll(): Promise<void> {
    await Promise.all(this.#open.splice(0).map(({ close }) => close()))
  }

  /** The origin of a port as a client on this machine writes it. */
  toOrigin(port: number): string {
    return toOrigin({ address: this.options.host, port })
  }
}

function toSimulatorError(error: unknown, { portOption, hostOption }: { portOption: string; hostOption: string }) {
  if (!isListenError(error)) return error
  const { code, message, host, port } = error
  const option = code === 'hostUnusable' ? hostOption : portOption
  return new SimulatorError(code, message, { option, host, port })
}
