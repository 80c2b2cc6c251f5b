// Two calls of WeChat's server API: the app's access token, and the number behind a code of the phone button.
import { Agent, request } from 'undici'
import { z } from 'zod'
import { raceSignal } from '../limit-time'
import { createAccessToken } from './access-token'

/** https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html */
const TOKEN_PATH = '/cgi-bin/stable_token'

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html */
const PHONE_PATH = '/wxa/business/getuserphonenumber'

/** `down`: no answer, or none of WeChat's own, or its word that it is too busy. */
type Meaning = 'refusedToken' | 'refusedCode' | 'down'

/** What the answer's `errcode` means; any other is a fault in the settings, or one that a page's code may cause. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  [-1]: 'down',
  40001: 'refusedToken',
  40014: 'refusedToken',
  42001: 'refusedToken',
  40029: 'refusedCode',
}

export interface WechatClientOptions {
  /** The mini-program's AppID and AppSecret on WeChat's platform. */
  readonly appId: string
  readonly appSecret: string
  /** Scheme, host and port, without a trailing slash. */
  readonly origin: string
  /** For all calls of an exchange together, in ms. */
  readonly timeoutMs: number
  /** The clock, in ms since 1970. */
  readonly now: () => number
}

/**
 * What WeChat says of a code.
 *
 * - `found`: `phone` without its country code, `countryCode` without a plus
 * - `refusedCode`: expired after 5 minutes, used before, or of another app
 * - `unavailable`: no usable answer; `reason` is for the log and holds neither the code nor a token. `isDown`: it is none
 *   that a page's code may cause
 */
export type PhoneReply =
  | { readonly state: 'found'; readonly phone: string; readonly countryCode: string }
  | { readonly state: 'refusedCode' }
  | { readonly state: 'unavailable'; readonly reason: string; readonly isDown: boolean }

export interface WechatClient {
  /** Spends a code of the phone button. Never rejects. A code can be spent once, also if the answer gets lost. */
  findPhone(code: string): Promise<PhoneReply>
  /** Closes the connections. */
  close(): Promise<void>
}

const failure = z.object({ errcode: z.number().default(0) })
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const phoneAnswer = z.object({
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.coerce.string() }),
})

/** The whole answer of WeChat is some 300 bytes. */
const MAX_ANSWER_BYTES = 16_384

export function createWechatClient({ appId, appSecret, origin, timeoutMs, now }: WechatClientOptions): WechatClient {
  const dispatcher = new Agent({ connect: { timeout: timeoutMs }, maxResponseSize: MAX_ANSWER_BYTES })

  /** @throws WechatFault */
  async function post<Answer>({ target, body, signal }: Call, schema: z.ZodType<Answer>): Promise<Answer> {
    const answer: unknown = await send({ target, body, signal })
    const { errcode } = readShape(failure, answer)
    if (errcode !== 0) throw new WechatFault(`errcode ${errcode}`, MEANINGS[errcode])
    return readShape(schema, answer)
  }

  async function send({ target, body, signal }: Call): Promise<unknown> {
    try {
      const options = { method: 'POST', body: JSON.stringify(body), headers: JSON_HEADERS, signal, dispatcher } as const
      const { body: answer } = await request(`${origin}${target}`, options)
      return await answer.json()
    } catch (error) {
      throw describeFault(error)
    }
  }

  const token = createAccessToken(async () => {
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false }
    // Its own time: several exchanges wait for it.
    const call = { target: TOKEN_PATH, body, signal: AbortSignal.timeout(timeoutMs) }
    const answer = await post(call, tokenAnswer)
    return { token: answer.access_token, lifetimeMs: answer.expires_in * 1000 }
  }, now)

  async function exchange(code: string, signal: AbortSignal, triesLeft: number): Promise<PhoneReply> {
    const accessToken = await token.read()
    try {
      const target = `${PHONE_PATH}?${new URLSearchParams({ access_token: accessToken })}`
      const { phone_info } = await post({ target, body: { code }, signal }, phoneAnswer)
      return { state: 'found', phone: phone_info.purePhoneNumber, countryCode: phone_info.countryCode }
    } catch (error) {
      // A refused token has not spent the code.
      if (triesLeft === 0 || !(error instanceof WechatFault) || error.meaning !== 'refusedToken') throw error
      token.forget(accessToken)
      return exchange(code, signal, triesLeft - 1)
    }
  }

  return {
    async findPhone(code) {
      try {
        const signal = AbortSignal.timeout(timeoutMs)
        return await raceSignal(exchange(code, signal, 1), signal)
      } catch (error) {
        const { meaning, message } = error instanceof WechatFault ? error : describeFault(error)
        if (meaning === 'refusedCode') return { state: 'refusedCode' }
        return { state: 'unavailable', reason: message, isDown: meaning === 'down' }
      }
    },
    close: () => dispatcher.destroy(),
  }
}

interface Call {
  readonly target: string
  readonly body: object
  readonly signal: AbortSignal
}

const JSON_HEADERS = { 'content-type': 'application/json' } as const

/** No usable answer. The message holds nothing secret. */
class WechatFault extends Error {
  override readonly name = 'WechatFault'

  constructor(
    message: string,
    readonly meaning?: Meaning,
  ) {
    super(message)
  }
}

/** Without its cause, whose message may quote the target, which holds the access token. */
function describeFault(error: unknown): WechatFault {
  const { name, code } = error as NodeJS.ErrnoException
  return new WechatFault(typeof code === 'string' ? code : name, 'down')
}

/** @throws WechatFault for another shape */
function readShape<Shape>(schema: z.ZodType<Shape>, answer: unknown): Shape {
  const { data, success } = schema.safeParse(answer)
  if (!success) throw new WechatFault('unreadable answer')
  return data
}
