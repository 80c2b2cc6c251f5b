import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
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

  it('is answered behind early hints', async () => {
    platform.answerWith((request, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' })
      return answerCode('000')(request, response)
    })
    expect(await client.verify(message)).toMatchObject({ answered: true, status: 200 })
  })

  it('works again after a failure', async () => {
    platform.answerWith((_, response) => void response.destroy())
    await client.verify(message)
    platform.answerWith(answerCode('000'))
    expect(await client.verify(message)).toMatchObject({ answered: true, status: 200 })
  })
})

/** The same member with a file name in its header. */
const nameGzip = (gzip: Buffer) =>
  Buffer.concat([
    gzip.subarray(0, 3),
    Buffer.of(8),
    gzip.subarray(4, 10),
    Buffer.from('answer.json\0'),
    gzip.subarray(10),
  ])

describe('a compressed answer', () => {
  const text = JSON.stringify({ header: { resultCode: '000' } })
  const answer = (encoding: string | string[], bytes: Buffer) =>
    platform.answerWith((_, response) => void response.setHeader('content-encoding', encoding).end(bytes))

  it.each<[string, string | string[], Buffer]>([
    ['gzip', 'gzip', gzipSync(text)],
    ['gzip in capitals', 'GZIP', gzipSync(text)],
    ['gzip by its old name', 'x-gzip', gzipSync(text)],
    ['gzip with a line end behind it', 'gzip', Buffer.concat([gzipSync(text), Buffer.from('\n')])],
    ['gzip with text behind it', 'gzip', Buffer.concat([gzipSync(text), Buffer.from('\r\n<!-- 3 ms -->')])],
    ['gzip with a name and text behind it', 'gzip', Buffer.concat([nameGzip(gzipSync(text)), Buffer.from('--')])],
    ['gzip in two members', 'gzip', Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))])],
    ['gzip that was not applied', 'gzip', Buffer.from(text)],
    ['gzip that was not applied, behind a byte order mark', 'gzip', Buffer.from(`\uFEFF${text}`)],
    ['two layers that were undone on the way', 'deflate, gzip', Buffer.from(text)],
    ['br that was not applied', 'br', Buffer.from(text)],
    ['deflate that was not applied', 'deflate', Buffer.from(text)],
    ['an encoding with the name of a prototype', '__proto__', Buffer.from(text)],
    ['an encoding with the name of a method', 'constructor, toString', Buffer.from(text)],
    ['deflate', 'deflate', deflateSync(text)],
    ['deflate without the header that it should have', 'deflate', deflateRawSync(text)],
    ['br', 'br', brotliCompressSync(text)],
    ['two layers', 'deflate, gzip', gzipSync(deflateSync(text))],
    ['two layers in two headers', ['br', 'gzip'], gzipSync(brotliCompressSync(text))],
    ['identity', 'identity', Buffer.from(text)],
    ['UTF-8, which is no encoding of this kind', 'UTF-8', Buffer.from(text)],
    ['nothing', '', Buffer.from(text)],
    ['identity, behind a byte order mark', 'identity', Buffer.from(`\uFEFF${text}`)],
  ])('is decoded: %s', async (_, encoding, bytes) => {
    answer(encoding, bytes)
    expect(await client.verify(message)).toEqual({ answered: true, status: 200, text })
  })

  it.each([
    ['gzip', gzipSync(' '.repeat(10_000_000))],
    ['gzip', Buffer.concat([gzipSync(' '.repeat(10_000_000)), Buffer.from('\n')])],
    ['deflate', deflateSync(' '.repeat(100_000))],
    ['br', brotliCompressSync(' '.repeat(10_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(' '.repeat(10_000_000)))],
  ])('of more than 64 kB is too large: %s', async (encoding, bytes) => {
    answer(encoding, bytes)
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'answerTooLarge' })
  })

  it.each([
    ['gzip', Buffer.from('<html>')],
    ['gzip', gzipSync(text).subarray(0, 20)],
    ['gzip', gzipSync(text).subarray(0, -4)],
    ['gzip', Buffer.concat([gzipSync(text).subarray(0, -8), Buffer.alloc(8)])],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0x1c])],
    ['deflate', Buffer.from('x')],
    ['br', Buffer.from('<html>')],
    ['gzip', Buffer.alloc(0)],
  ])('that is damaged has no text: %s', async (encoding, bytes) => {
    answer(encoding, bytes)
    expect(await client.verify(message)).toEqual({ answered: true, status: 200, text: '' })
  })
})

describe('connections', () => {
  it('is never used for a second call', async () => {
    for (let call = 1; call <= 3; call += 1) {
      await client.verify(message)
      expect(platform.connections).toBe(call)
    }
    await Promise.all(Array.from({ length: 5 }, () => client.verify(message)))
    expect(platform.connections).toBe(8)
  })

  it('that the platform resets or ends after its answer does not cost the next token', async () => {
    for (const end of ['destroy', 'end', 'resetAndDestroy'] as const) {
      platform.answerWith(async (request, response) => {
        await answerCode('000')(request, response)
        response.on('close', () => response.socket?.[end]())
      })
      for (let call = 0; call < 10; call += 1) {
        expect(await client.verify(message)).toMatchObject({ answered: true, status: 200 })
      }
    }
    expect(platform.requests).toHaveLength(30)
  })

  it('that breaks once the request was sent is not tried again: the check may have been counted', async () => {
    platform.answerWith((_, response) => void response.destroy())
    expect(await client.verify(message)).toMatchObject({ answered: false, fault: 'network' })
    expect(platform.requests).toHaveLength(1)
  })
})
