import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { VerifyMobileRequest } from '@local-number/protocol'
import { createPlatformClient, type PlatformClient } from '../../src/verify/platform-client'
import { code, type PlatformDouble, startPlatformDouble } from '../support/platform-double'

const message: VerifyMobileRequest = {
  header: { version: '1.0', msgId: 'm', appId: 'a', timestamp: 't' },
  body: { expandParams: '', phoneNum: 'p', token: 't', sign: 's', userInformation: 'u' },
}

let platform: PlatformDouble
let client: PlatformClient

/** Enough for an answer on a busy machine. */
const TIMEOUT_MS = 2_000

beforeEach(async () => {
  platform = await startPlatformDouble()
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
    const elsewhere = await startPlatformDouble()
    platform.answers((_, response) => {
      response.writeHead(307, { location: `${elsewhere.origin}/NumberAbility/h5/verifyVmMobileApi.htm` }).end()
    })
    expect(await client.verify(message)).toMatchObject({ answered: true, status: 307 })
    expect(elsewhere.requests).toHaveLength(0)
    await elsewhere.close()
  })

  it('gives up when no answer comes', async () => {
    platform.answers(() => undefined)
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'timeout' })
  })

  it('gives up when the answer does not end', async () => {
    platform.answers((_, response) => void response.write('{"header":'))
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'timeout' })
  })

  it('does not read an answer that is too large', async () => {
    platform.answers((_, response) => void response.end(' '.repeat(70 * 1024)))
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'answerTooLarge' })
  })

  it('reports a connection that breaks', async () => {
    platform.answers((_, response) => void response.destroy())
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'network' })
  })

  it('reports a platform that is not there', async () => {
    const vacant = createServer()
    const port = await new Promise<number>((resolve) => {
      vacant.listen(0, '127.0.0.1', () => resolve((vacant.address() as AddressInfo).port))
    })
    await new Promise((resolve) => vacant.close(resolve))
    const lonely = createPlatformClient({ origin: `http://127.0.0.1:${port}`, timeoutMs: TIMEOUT_MS })
    expect(await lonely.verify(message)).toMatchObject({ answered: false, fault: 'network' })
    await lonely.close()
  })

  it('works again after a failure', async () => {
    platform.answers((_, response) => void response.destroy())
    await client.verify(message)
    platform.answers(code('000'))
    expect(await client.verify(message)).toMatchObject({ answered: true, status: 200 })
  })
})
