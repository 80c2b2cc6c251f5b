// Asks under another host's name, as a browser does that knows every name below .localhost.
import { request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface SeenHandset {
  readonly id: string
  readonly carrier: string
  readonly network: string
  readonly msisdnMasked: string | null
}

/** The handset whose requests those to this host are. */
export async function handsetSeenAs(origin: string, host: string): Promise<SeenHandset> {
  return JSON.parse(await textAs(host, `${origin}/_sim/handset`))
}

/** What is answered to a GET under this host's name; `fetch` would give it its own. */
export function textAs(host: string, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => text(response).then(resolve, reject))
    asked.on('error', reject).end()
  })
}
