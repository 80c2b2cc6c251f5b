// Where the carrier's calls live (protocol.md §3–6, §9).
import type { HttpsEdition } from './editions'

/** Paths of the calls, equal on both lines. */
export const PATHS = {
  getMobile: '/NumberAbility/h5/getMobile.htm',
  getToken: '/NumberAbility/h5/getToken.htm',
  httpsGetMobile: '/h5/getMobile',
  verify: '/NumberAbility/h5/verifyVmMobileApi.htm',
} as const

/** Scheme, host and port of the calls that a phone makes, without a trailing slash. */
export interface CarrierOrigins {
  /** Plain http: the carrier's gateway enriches the request on its own network. */
  readonly getMobile: string
  readonly getToken: string
  /**
   * The HTTPS edition's only call. Whoever names other addresses and uses that edition must name this one, too.
   *
   * @default none; without other addresses, see {@link HTTPS_CARRIER_ORIGINS}
   */
  readonly httpsGetMobile?: string
}

/** A line of the platform: production, or the test line ("联调环境") where number retrieval is simulated. */
export type Line = 'production' | 'test'

/** The carrier's own addresses. Those of the test line were seen in [G] and are unconfirmed. */
export const CARRIER_ORIGINS: Readonly<Record<Line, CarrierOrigins>> = {
  production: { getMobile: 'http://www.cmpassport.com', getToken: 'https://www.cmpassport.com' },
  test: { getMobile: 'http://120.197.235.102:7002', getToken: 'http://120.197.235.102:7002' },
}

/** The carrier's own addresses of the HTTPS edition. Those of the test line were seen in vendors' scripts. */
export const HTTPS_CARRIER_ORIGINS: Readonly<Record<Line, Readonly<Record<HttpsEdition, string>>>> = {
  production: { httpsMiniProgram: 'https://verify.cmpassport.com', httpsH5: 'https://verify.cmpassport.com' },
  test: { httpsMiniProgram: 'https://www.cmpassport.com:7009', httpsH5: 'https://120.197.235.102:7009' },
}

/** The production address of the verify call, which the business server sends. */
export const CARRIER_VERIFY_ORIGIN = 'https://www.cmpassport.com'

/** The carrier's terms, which the user must agree to (protocol.md §8). */
export const CARRIER_TERMS = {
  title: '中国移动认证服务条款',
  url: 'https://wap.cmpassport.com/resources/html/contract.html',
} as const
