// The simulator's virtual handsets: the demo's phone is one of them, so that a laptop can walk the whole login.
import type { NetworkPort } from '@local-number/taro'
import { request } from '@tarojs/taro'

export type NetworkType = Awaited<ReturnType<NetworkPort['type']>>

export interface Handset {
  readonly id: string
  readonly label: string
  readonly network: NetworkType
  /** The made-up number in its SIM; `null` for a data-only SIM. */
  readonly msisdn: string | null
  /** Requests sent here come from this handset. */
  readonly origin: string
}

export async function loadHandsets(carrierOrigin: string): Promise<readonly Handset[]> {
  const { statusCode, data } = await request<readonly Handset[]>({
    url: `${carrierOrigin}/_sim/handsets`,
  })
  if (statusCode !== 200) throw new Error(`the simulator answered ${statusCode}`)
  return data.map((handset) => ({ ...handset, origin: asSeenFromHere(handset.origin, carrierOrigin) }))
}

/** The simulator names its ports at its own address; a phone on the LAN reaches them where it reached the simulator. */
function asSeenFromHere(origin: string, carrierOrigin: string): string {
  const host = /^\w+:\/\/[^:/]+/.exec(carrierOrigin)
  return host ? origin.replace(/^\w+:\/\/[^:/]+/, host[0]) : origin
}

/** Wi-Fi on or off, as a person would do in the handset's settings. */
export async function setNetwork(carrierOrigin: string, id: string, network: NetworkType): Promise<void> {
  await request({ url: `${carrierOrigin}/_sim/handsets/${id}/network`, method: 'PUT', data: { network } })
}

const POLL_MS = 500

/** The network check asks the handset, not the machine that the demo runs on. */
export function handsetNetwork({ origin }: Handset): NetworkPort {
  const type = async () => {
    const { data } = await request<{ network: NetworkType }>({ url: `${origin}/_sim/handset` })
    return data.network
  }
  return {
    type,
    onChange: (listener) => {
      const timer = setInterval(() => type().then(listener, () => undefined), POLL_MS)
      return () => clearInterval(timer)
    },
  }
}
