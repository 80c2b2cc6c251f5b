// Tencent Cloud's captcha (天御验证码, DescribeCaptchaResult of 2019-07-22), through its official SDK.
import { isIP } from 'node:net'
import { z } from 'zod'
import type { VerifyCaptcha } from '../captcha'
import { type CallTencent, openTencent, type TencentCredentials } from '../tencent-client'

export interface TencentCaptchaOptions extends TencentCredentials {
  /** The captcha's CaptchaAppId. */
  readonly appId: number
  /** The captcha's AppSecretKey. */
  readonly appSecretKey: string
  /**
   * Scheme, host and port of the API.
   *
   * @default 'https://captcha.tencentcloudapi.com'
   */
  readonly origin?: string | undefined
}

const ORIGIN = 'https://captcha.tencentcloudapi.com'
const VERSION = '2019-07-22'
/** The captcha of web pages. */
const CAPTCHA_TYPE = 9
const ACCEPTED = 1

interface CaptchaResult {
  readonly CaptchaCode?: number | undefined
}

/** What the captcha's script gives the page, as the JSON that the page sends. */
const proofShape = z.object({ ticket: z.string().min(1).max(2048), randstr: z.string().min(1).max(128) })

/** A ticket that the page's script makes by itself when the captcha is out of reach. It proves nothing. */
const DISASTER_TICKET = /^(?:trerror_|terror_)/

/**
 * Creates the port. The page sends `JSON.stringify({ ticket, randstr })` of the captcha's callback. Needs the package
 * `tencentcloud-sdk-nodejs-common`.
 */
export function createTencentCaptcha(options: TencentCaptchaOptions): VerifyCaptcha {
  const { appId, appSecretKey, origin = ORIGIN } = options
  let opened: Promise<CallTencent> | undefined
  const open = () => {
    opened ??= openTencent(options, { origin, version: VERSION })
    return opened
  }
  const verify: VerifyCaptcha = async (text, { address = '', signal }) => {
    const proof = readProof(text)
    if (proof === null) return false
    const call = await open()
    const request = {
      CaptchaType: CAPTCHA_TYPE,
      Ticket: proof.ticket,
      Randstr: proof.randstr,
      // Required by the API; an unknown address must not stop the user.
      UserIp: isIP(address) === 0 ? '0.0.0.0' : address,
      CaptchaAppId: appId,
      AppSecretKey: appSecretKey,
    }
    const { CaptchaCode } = await call<CaptchaResult>('DescribeCaptchaResult', request, signal)
    return CaptchaCode === ACCEPTED
  }
  return Object.assign(verify, { ready: open })
}

/** As the page writes it and in no other way: a proof that counts once must have one text. */
function readProof(text: string): z.infer<typeof proofShape> | null {
  const { data } = proofShape.safeParse(parseJson(text))
  if (!data || DISASTER_TICKET.test(data.ticket)) return null
  const { ticket, randstr } = data
  return JSON.stringify({ ticket, randstr }) === text ? data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
