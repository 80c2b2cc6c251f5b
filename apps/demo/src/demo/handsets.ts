// The simulator's handsets: the demo's phone is one of them, so that a laptop can run the whole login.
import type { NetworkPort } from '@local-number/taro'
import { request } from '@tarojs/taro'

export type NetworkType = Awaited<ReturnType<NetworkPort['type']>>

export interface Handset {
  readonly id: string
  readonly label: string
  readonly network: NetworkType
  /** The number of its SIM; `null` for a data-only SIM. */
  readonly msisdn: string | null
  /** Requests sent here come from this handset. */
  readonly origin: string
}

export async function loadHandsets(carrierOrigin: string): Promise<readonly Handset[]> {
  const { statusCode, data } = await request<readonly Handset[]>({
    url: `${carrierOrigin}/_sim/handsets`,
  })
  if (statusCode !== 200) throw new Error(`the simulator answered ${statusCode}`)
  return data.map((handset) => ({ ...handset, origin: toReachableOrigin(handset.origin, carrierOrigin) }))
}

/** The simulator reports its ports at its own address; a phone on the LAN reaches them at the simulator's host. */
function toReachableOrigin(origin: string, carrierOrigin: string): string {
  const host = /^\w+:\/\/[^:/]+/.exec(carrierOrigin)
  return host ? origin.replace(/^\w+:\/\/[^:/]+/, host[0]) : origin
}

/** Turns Wi-Fi on or off, as a person would in the handset's settings. */
export async function setNetwork(carrierOrigin: string, id: string, network: NetworkType): Promise<void> {
  await request({ url: `${carrierOrigin}/_sim/handsets/${id}/network`, method: 'PUT', data: { network } })
}

/** A text message that the handset has received. */
export interface TextMessage {
  readonly id: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly arrivesAt: number
}

/** The newest first. */
export async function loadInbox(carrierOrigin: string, id: string): Promise<readonly TextMessage[]> {
  const { statusCode, data } = await request<readonly TextMessage[]>({
    url: `${carrierOrigin}/_sim/handsets/${id}/messages`,
  })
  if (statusCode !== 200 || !Array.isArray(data)) throw new Error(`the simulator answered ${statusCode}`)
  return data
}

/** Starts the day's count of checks and messages again, at the simulator and at the business server beside it. */
export async function clearChecks(carrierOrigin: string): Promise<void> {
  const { statusCode } = await request({ url: `${carrierOrigin}/_sim/checks`, method: 'DELETE' })
  if (statusCode !== 204) throw new Error(`the simulator answered ${statusCode}`)
}

const POLL_MS = 500

/** Lets the network check ask the handset, not the machine that runs the demo. */
export function createHandsetNetwork({ origin }: Handset): NetworkPort {
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
