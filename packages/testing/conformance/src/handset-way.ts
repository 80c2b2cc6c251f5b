// How a request is sent from a handset of the simulator.

export interface HandsetWay {
  /** Where the request goes. */
  readonly origin: string
  /** What it must carry. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Names below `.localhost` are this machine's, but not every resolver knows: the name goes into Host instead.
 *
 * @param handset the handset's own address, as the simulator gave it
 * @param platform where the simulator is reached
 */
export function wayFrom(handset: string, platform: string): HandsetWay {
  const { host, hostname } = new URL(handset)
  return hostname.endsWith('.localhost') ? { origin: platform, headers: { host } } : { origin: handset, headers: {} }
}
