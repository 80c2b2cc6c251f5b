// What is common to the services of Tencent Cloud: a client of the official SDK, and what its errors say.
import { loadPackage } from './load-package'
import { NOT_CONNECTED } from './sender'

export interface TencentCredentials {
  /** Of the API, from the console's "API keys": `AKID…`. */
  readonly secretId: string
  readonly secretKey: string
  /**
   * How long the API may take to answer, in ms.
   *
   * @default 4_000
   */
  readonly timeoutMs?: number | undefined
}

export interface TencentService {
  readonly origin: string
  readonly version: string
  readonly region?: string | undefined
}

/** Below the server's `sendTimeoutMs`, so that its answer is heard. */
const TIMEOUT_MS = 4_000

/** Calls one action of the service, once. */
export type CallTencent = <T>(action: string, request: object, signal?: AbortSignal) => Promise<T>

/** Loads the SDK. @throws ServerError `optionUnusable` */
export async function openTencent(
  { secretId, secretKey, timeoutMs = TIMEOUT_MS }: TencentCredentials,
  { origin, version, region }: TencentService,
): Promise<CallTencent> {
  const name = 'tencentcloud-sdk-nodejs-common'
  const { CommonClient } = await loadPackage('tencent', name, () => import('tencentcloud-sdk-nodejs-common'))
  const { protocol, host } = new URL(origin)
  const client = new CommonClient(host, version, {
    credential: { secretId, secretKey },
    region: region ?? '',
    profile: { httpProfile: { protocol: `${protocol}//`, endpoint: host, reqTimeout: timeoutMs / 1000 } },
  })
  return (action, request, signal) => client.request(action, request, { signal: signal as never })
}

/** The code with which the API refused; `null` if it may have done what it was asked for. */
export function readTencentRefusal(error: unknown): string | null {
  const { code, message = '' } = Object(error)
  if (typeof code === 'string' && code !== '') return code.startsWith('InternalError') ? null : code
  // The SDK keeps nothing of a failed connection but its message.
  return NOT_CONNECTED.some((each) => String(message).includes(each)) ? 'notConnected' : null
}
