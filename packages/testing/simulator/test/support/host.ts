// Requests under another host name, as from a browser that resolves all names below .localhost.
import { request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface SeenHandset {
  readonly id: string
  readonly carrier: string
  readonly network: string
  readonly msisdnMasked: string | null
}

/** Fetches the handset that the gateway finds for this host name. */
export async function fetchHandsetAs(origin: string, host: string): Promise<SeenHandset> {
  return JSON.parse(await fetchTextAs(host, `${origin}/_sim/handset`))
}

/** GETs a URL under this host name; `fetch` would set its own. */
export function fetchTextAs(host: string, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { host } }, (response) => text(response).then(resolve, reject))
    sent.on('error', reject).end()
  })
}
