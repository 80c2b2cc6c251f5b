// The server: two calls of WeChat's API, which answer every failure with 200 and an `errcode`.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEFAULT_SETTINGS, type Host } from '../device'
import { AccessTokens } from './access-tokens'
import { PhoneCodes, type WeChatNumber } from './phone-codes'

export interface WeChatServerOptions {
  /** The mini-program. @default that of a run, 'wx0123456789abcdef' */
  readonly appId?: string
  /** Its AppSecret. @default 'demo:secret-of-the-mini-program' */
  readonly secret?: string
  /** The user's number. @default +86 13800138000 */
  readonly phoneNumber?: WeChatNumber
  /** How many phone numbers are left. @default 1000, those that WeChat gives for free */
  readonly quota?: number
  /** On 127.0.0.1; 0 is any free one. @default 0 */
  readonly port?: number
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number
}

export interface WeChatServer {
  /** In place of https://api.weixin.qq.com, without a trailing slash. */
  readonly origin: string
  readonly secret: string
  /** Paths of the calls so far. */
  readonly calls: readonly string[]
  /** For the `host` of a run: its buttons ask for this quota, and issue codes for the user's number. */
  readonly host: Required<Pick<Host, 'hasPhoneNumberQuota' | 'issuePhoneNumberCode'>>
  /** The user binds another number. */
  setPhoneNumber(phoneNumber: WeChatNumber): void
  /** @param left how many phone numbers the mini-program may still ask for */
  setQuota(left: number): void
  /** Lets the next call fail, e.g. with -1 "system error" or 45011 "api minute-quota reach limit". */
  failNext(errcode: number, errmsg: string): void
  stop(): Promise<void>
}

type Json = Readonly<Record<string, unknown>>

/** Answers of WeChat, see developers.weixin.qq.com/miniprogram/dev/OpenApiDoc "错误码". */
const fail = (errcode: number, errmsg: string) => ({ errcode, errmsg })
const ERRORS = {
  credentialInvalid: fail(40001, 'invalid credential, access_token is invalid or not latest'),
  grantTypeInvalid: fail(40002, 'invalid grant_type'),
  appIdInvalid: fail(40013, 'invalid appid'),
  codeInvalid: fail(40029, 'invalid code'),
  secretInvalid: fail(40125, 'invalid appsecret'),
  tokenMissing: fail(41001, 'access_token missing'),
  tokenExpired: fail(42001, 'access_token expired'),
  postRequired: fail(43002, 'require POST method'),
  bodyMalformed: fail(47001, 'data format error'),
} as const

interface Call {
  readonly body: Json
  readonly accessToken: string | null
}

const DEMO_NUMBER: WeChatNumber = { countryCode: '86', purePhoneNumber: '13800138000' }

/** Starts the stand-in in this process. It knows one mini-program and one user. */
export async function startWeChatServer(options: WeChatServerOptions = {}): Promise<WeChatServer> {
  const { appId = DEFAULT_SETTINGS.appId, secret = 'demo:secret-of-the-mini-program', now = Date.now } = options
  const tokens = new AccessTokens(now)
  const codes = new PhoneCodes(appId, now)
  const calls: string[] = []
  const failures: object[] = []
  let { phoneNumber = DEMO_NUMBER, quota = 1000 } = options

  const answers: Readonly<Record<string, (call: Call) => object>> = {
    '/cgi-bin/stable_token': ({ body }) => {
      if (body.grant_type !== 'client_credential') return ERRORS.grantTypeInvalid
      if (body.appid !== appId) return ERRORS.appIdInvalid
      return body.secret === secret ? tokens.issue(body.force_refresh === true) : ERRORS.secretInvalid
    },
    '/wxa/business/getuserphonenumber': ({ body, accessToken }) => {
      if (accessToken === null) return ERRORS.tokenMissing
      const state = tokens.judge(accessToken)
      if (state !== 'valid') return state === 'expired' ? ERRORS.tokenExpired : ERRORS.credentialInvalid
      const info = codes.spend(String(body.code))
      return info === null ? ERRORS.codeInvalid : { errcode: 0, errmsg: 'ok', phone_info: info }
    },
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const answer = answers[pathname]
    if (!answer) return void response.writeHead(404).end()
    calls.push(pathname)
    const body = await readJson(request)
    const decide = () => {
      if (request.method !== 'POST') return ERRORS.postRequired
      return body === null ? ERRORS.bodyMalformed : answer({ body, accessToken: searchParams.get('access_token') })
    }
    response.setHeader('content-type', 'application/json; encoding=utf-8')
    response.end(JSON.stringify(failures.shift() ?? decide()))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret,
    calls,
    host: {
      hasPhoneNumberQuota: async () => quota > 0,
      // "扣费节点：开发者获得 bindgetphonenumber 事件的 success 回调信息时".
      issuePhoneNumberCode: async () => {
        quota -= 1
        return codes.issue(phoneNumber)
      },
    },
    setPhoneNumber: (number) => {
      phoneNumber = number
    },
    setQuota: (left) => {
      quota = left
    },
    failNext: (errcode, errmsg) => void failures.push(fail(errcode, errmsg)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** @returns `null` if the body is not a JSON object */
async function readJson(request: IncomingMessage): Promise<Json | null> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Json) : null
  } catch {
    return null
  }
}
