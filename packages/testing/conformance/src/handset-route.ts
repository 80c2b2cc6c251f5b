// How to send a request from a handset of the simulator.

export interface HandsetRoute {
  /** The address that the request is sent to. */
  readonly origin: string
  /** Headers that the request needs. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Not every resolver knows that names below `.localhost` mean this machine: such a name is sent as Host instead.
 *
 * @param handset the handset's own address, as the admin API shows it
 * @param platform the address of the simulator
 */
export function toHandsetRoute(handset: string, platform: string): HandsetRoute {
  const { host, hostname } = new URL(handset)
  return hostname.endsWith('.localhost') ? { origin: platform, headers: { host } } : { origin: handset, headers: {} }
}
