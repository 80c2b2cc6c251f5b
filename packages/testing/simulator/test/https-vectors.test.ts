// Requests of two vendors' clients of the HTTPS edition, with their texts and MD5s: the simulator takes each as it is.

import { sendHttps } from './support/https'
import type { Fields } from './support/phone'
import { startTestSimulator } from './support/start'
import { h5, miniProgram } from './vectors/https-edition.json'

const SHANGHAI_MS = 8 * 3_600_000

/** The instant of a timestamp, as a clock in China shows it. */
function readTimestamp(timestamp: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = (
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/.exec(timestamp)?.slice(1) ?? []
  ).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - SHANGHAI_MS
}

const VECTORS = [...h5, ...miniProgram].map(({ name, output, sign }) => [name, output.body as Fields, sign] as const)

test.each(VECTORS)('%s', async (_, body, { appKey, md5 }) => {
  const { appId = '', timestamp = '', wxappid } = body
  const apps = [{ appId, appKey, wxappids: wxappid ? [wxappid] : [] }]
  const simulator = await startTestSimulator({ apps, now: () => readTimestamp(timestamp) })
  const answer = await sendHttps(simulator.httpsEditionOrigin, { ...body, sign: md5 })
  expect(answer).toMatchObject({ code: '103000', header: { appId, msgId: body.msgId, timestamp } })
  expect(simulator.traces(1)[0]?.exchanges[0]?.md5).toMatchObject({ verified: true })
})
