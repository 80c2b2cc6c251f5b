// The baselines: Koa apps that do the cryptography of a call and nothing else. No check, no store, no log.
import { constants, createHash, createPrivateKey, createPublicKey, publicEncrypt, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { BUSINESS_PATHS, formatTimestamp, PATHS, SHANGHAI } from '@local-number/protocol'
import Koa, { type Context } from 'koa'
import readRawBody from 'raw-body'
import { Agent, request } from 'undici'
import { APP_ID, APP_KEY, type Keys } from './app'
import { answerParent, readOptions } from './child'

export type BareApp = 'imageSign' | 'httpsSign' | 'verify'

export interface BareOptions {
  readonly app: BareApp
  readonly keys: Keys
  readonly platform?: string
}

const { app: name, keys, platform = '' } = readOptions<BareOptions>()
const der = (text: string) => Buffer.from(text, 'base64')
const customerKey = createPrivateKey({ key: der(keys.customerPrivateKey), format: 'der', type: 'pkcs8' })
const platformKey = createPublicKey({ key: der(keys.platformPublicKey), format: 'der', type: 'spki' })
/** On a thread, as ours: a synchronous one would hold up all other requests. */
const signBytes = promisify(sign)
const signText = async (text: string) => (await signBytes('md5', Buffer.from(text), customerKey)).toString('base64')
/** A connection per call, as ours. */
const dispatcher = new Agent({ pipelining: 0 })

const readBody = async (ctx: Context) => JSON.parse((await readRawBody(ctx.req)).toString())

const APPS: Readonly<Record<BareApp, (ctx: Context) => Promise<object>>> = {
  imageSign: async (ctx) => ({ sign: await signText((await readBody(ctx)).preSign) }),

  async httpsSign(ctx) {
    await readBody(ctx)
    const ids = { traceId: randomUUID(), timestamp: formatTimestamp(Date.now(), SHANGHAI), version: '1.0' }
    const text = `${APP_ID}5${ids.traceId}${ids.timestamp}${ids.traceId}1.0${APP_KEY}`
    return { ids, sign: createHash('md5').update(text).digest('hex') }
  },

  async verify(ctx) {
    const { phone, token, userInformation } = await readBody(ctx)
    const header = {
      version: '1.0',
      msgId: randomUUID(),
      appId: APP_ID,
      timestamp: formatTimestamp(Date.now(), SHANGHAI),
    }
    const plain = Buffer.from(`${phone}${APP_KEY}${header.timestamp}`)
    const encrypted = publicEncrypt({ key: platformKey, padding: constants.RSA_PKCS1_PADDING }, plain)
    const phoneNum = encrypted.toString('base64')
    const signature = await signText(`${APP_ID}${header.msgId}${phoneNum}${header.timestamp}${token}1.0`)
    const { body } = await request(`${platform}${PATHS.verify}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json;charset=utf-8' },
      body: JSON.stringify({ header, body: { expandParams: '', phoneNum, token, sign: signature, userInformation } }),
      dispatcher,
    })
    const answer = (await body.json()) as { header: { resultCode: string } }
    return { outcome: answer.header.resultCode === '000' ? 'verified' : 'unavailable' }
  },
}

const act = APPS[name]
const path = name === 'verify' ? BUSINESS_PATHS.verify : BUSINESS_PATHS.sign
const koa = new Koa()
koa.use(async (ctx) => {
  if (ctx.path === path) ctx.body = await act(ctx)
})
const server = createServer(koa.callback()).listen(0, '127.0.0.1', () => {
  answerParent({}, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
