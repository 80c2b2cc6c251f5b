// A stand-in for WeChat's server API on loopback: access tokens that end, and codes of the phone button that work once.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const WECHAT_APP = { appId: 'wx0123456789abcdef', appSecret: 'secret-of-the-app' } as const

export interface WechatNumber {
  readonly purePhoneNumber: string
  readonly countryCode: string | number
}

export interface WechatStandIn {
  readonly origin: string
  /** The paths that were called, without queries. */
  readonly calls: string[]
  /** The access token that is answered next. */
  accessToken: string
  /** Whether it still counts. */
  isTokenValid: boolean
  /** In seconds. */
  expiresIn: number
  /** Gives the phone button a new code. */
  issueCode(number: WechatNumber): string
  /** Replaces the answers of a path; `null` brings its own back. */
  answerWith(path: string, answer: ((response: ServerResponse) => void) | null): void
  close(): Promise<void>
}

export const TOKEN_PATH = '/cgi-bin/stable_token'
export const PHONE_PATH = '/wxa/business/getuserphonenumber'

export async function startWechat(): Promise<WechatStandIn> {
  const codes = new Map<string, WechatNumber>()
  const answers = new Map<string, (response: ServerResponse) => void>()

  const paths: Readonly<Record<string, (body: Record<string, unknown>, query: URLSearchParams) => object>> = {
    [TOKEN_PATH]: ({ grant_type, appid, secret }) => {
      if (grant_type !== 'client_credential' || appid !== WECHAT_APP.appId) return refuse(40013)
      if (secret !== WECHAT_APP.appSecret) return refuse(40125)
      return { access_token: standIn.accessToken, expires_in: standIn.expiresIn }
    },
    [PHONE_PATH]: ({ code }, query) => {
      if (query.get('access_token') !== standIn.accessToken || !standIn.isTokenValid) return refuse(40001)
      const number = codes.get(String(code))
      if (!number) return refuse(40029)
      codes.delete(String(code))
      const { purePhoneNumber, countryCode } = number
      const phoneNumber = `+${countryCode}${purePhoneNumber}`
      const watermark = { timestamp: 1_637_744_274, appid: WECHAT_APP.appId }
      return { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber, purePhoneNumber, countryCode, watermark } }
    },
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wechat.example')
    standIn.calls.push(pathname)
    const body = JSON.parse(await readText(request))
    const answer = answers.get(pathname)
    if (answer) return answer(response)
    response.setHeader('content-type', 'application/json; encoding=utf-8')
    response.end(JSON.stringify(paths[pathname]?.(body, searchParams) ?? refuse(404)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const standIn: WechatStandIn = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    accessToken: 'first-access-token',
    isTokenValid: true,
    expiresIn: 7_200,
    issueCode(number) {
      const code = `code-${codes.size}-${standIn.calls.length}`
      codes.set(code, number)
      return code
    },
    answerWith(path, answer) {
      if (answer) answers.set(path, answer)
      else answers.delete(path)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return standIn
}

const refuse = (errcode: number) => ({ errcode, errmsg: `refused rid: 0-${errcode}` })

async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
