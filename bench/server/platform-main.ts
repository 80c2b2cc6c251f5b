// A platform that takes every number for the SIM's, without looking at it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { answerParent, readOptions } from './child'

const { delayMs = 0 } = readOptions<{ delayMs?: number }>()

const server = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk) => {
    text += chunk
  })
  request.on('end', async () => {
    const { msgId, appId, timestamp } = JSON.parse(text).header
    if (delayMs > 0) await wait(delayMs)
    const answer = { header: { msgId, appId, timestamp, resultCode: '000' }, body: { resultDesc: '', message: '' } }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
})
server.listen(0, '127.0.0.1', 4_096, () => {
  answerParent({}, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
