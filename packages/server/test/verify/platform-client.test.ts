import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { VerifyMobileRequest } from '@local-number/protocol'
import { createPlatformClient, type PlatformClient } from '../../src/verify/platform-client'
import { answerCode, type PlatformStandIn, startPlatform } from '../support/platform-stand-in'

const message: VerifyMobileRequest = {
  header: { version: '1.0', msgId: 'm', appId: 'a', timestamp: 't' },
  body: { expandParams: '', phoneNum: 'p', token: 't', sign: 's', userInformation: 'u' },
}

let platform: PlatformStandIn
let client: PlatformClient

/** Enough for an answer on a busy machine. */
const TIMEOUT_MS = 2_000

beforeEach(async () => {
  platform = await startPlatform()
  client = createPlatformClient({ origin: platform.origin, timeoutMs: TIMEOUT_MS })
})

afterEach(async () => {
  await platform.close()
  await client.close()
})

describe('the platform call', () => {
  it('posts the message as JSON to the verify interface', async () => {
    const reply = await client.verify(message)
    expect(reply).toMatchObject({ answered: true, status: 200 })
    expect(platform.requests).toEqual([
      {
        url: '/NumberAbility/h5/verifyVmMobileApi.htm',
        contentType: 'application/json;charset=utf-8',
        message,
      },
    ])
  })

  it('does not follow a redirect', async () => {
    const other = await startPlatform()
    platform.answerWith((_, response) => {
      response.writeHead(307, { location: `${other.origin}/NumberAbility/h5/verifyVmMobileApi.htm` }).end()
    })
    expect(await client.verify(message)).toMatchObject({ answered: true, status: 307 })
    expect(other.requests).toHaveLength(0)
    await other.close()
  })

  it('times out when no answer comes', async () => {
    platform.answerWith(() => undefined)
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'timeout' })
  })

  it('times out when the answer does not end', async () => {
    platform.answerWith((_, response) => void response.write('{"header":'))
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'timeout' })
  })

  it('stops reading an answer of more than 64 kB', async () => {
    platform.answerWith((_, response) => void response.end(' '.repeat(70 * 1024)))
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'answerTooLarge' })
  })

  it('reports a broken connection as a network fault', async () => {
    platform.answerWith((_, response) => void response.destroy())
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'network' })
  })

  it('reports an address where nothing listens as a network fault', async () => {
    const vacant = createServer()
    const port = await new Promise<number>((resolve) => {
      vacant.listen(0, '127.0.0.1', () => resolve((vacant.address() as AddressInfo).port))
    })
    await new Promise((resolve) => vacant.close(resolve))
    const unconnected = createPlatformClient({ origin: `http://127.0.0.1:${port}`, timeoutMs: TIMEOUT_MS })
    expect(await unconnected.verify(message)).toMatchObject({ answered: false, fault: 'network' })
    await unconnected.close()
  })

  it('works again after a failure', async () => {
    platform.answerWith((_, response) => void response.destroy())
    await client.verify(message)
    platform.answerWith(answerCode('000'))
    expect(await client.verify(message)).toMatchObject({ answered: true, status: 200 })
  })
})
