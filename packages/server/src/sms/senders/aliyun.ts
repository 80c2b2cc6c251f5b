// Alibaba Cloud's short message service (dysmsapi, SendSms of 2017-05-25), through its official SDK.
import type AliyunClient from '@alicloud/dysmsapi20170525'
import { loadPackage } from '../load-package'
import { hasNotConnected, MessageRefusedError, type MessageSender } from '../sender'

export interface AliyunSenderOptions {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** The signature that the messages carry, as it was approved: 阿里云. */
  readonly signName: string
  /** The approved template, such as `SMS_154950909`. Its one variable is `code`. */
  readonly templateCode: string
  /**
   * Scheme, host and port of the API.
   *
   * @default 'https://dysmsapi.aliyuncs.com'
   */
  readonly origin?: string | undefined
  /**
   * How long the API may take to answer, in ms.
   *
   * @default 4_000
   */
  readonly timeoutMs?: number | undefined
}

const PACKAGE = '@alicloud/dysmsapi20170525'
const ORIGIN = 'https://dysmsapi.aliyuncs.com'
/** Below the server's `sendTimeoutMs`, so that its answer is heard. */
const TIMEOUT_MS = 4_000

/** Creates a sender. Needs the package `@alicloud/dysmsapi20170525`. */
export function createAliyunSender(options: AliyunSenderOptions): MessageSender {
  const { signName, templateCode } = options
  let opened: ReturnType<typeof openClient> | undefined
  const open = () => {
    opened ??= openClient(options)
    return opened
  }
  return {
    name: 'aliyun',
    ready: open,
    async send({ phone, code, traceId }) {
      const { client, SendSmsRequest } = await open()
      const request = new SendSmsRequest({
        phoneNumbers: phone,
        signName,
        templateCode,
        templateParam: JSON.stringify({ code }),
        outId: traceId,
      })
      const { body } = await client.sendSms(request).catch((error) => {
        throw isRefusal(error) ? new MessageRefusedError(error.code ?? 'notConnected') : error
      })
      // The API answers 200 also when it does not send.
      if (body?.code !== 'OK') throw new MessageRefusedError(body?.code ?? 'unknown')
    },
  }
}

async function openClient({
  accessKeyId,
  accessKeySecret,
  origin = ORIGIN,
  timeoutMs = TIMEOUT_MS,
}: AliyunSenderOptions) {
  const { default: Client, SendSmsRequest } = await loadPackage(
    'aliyun',
    PACKAGE,
    () => import('@alicloud/dysmsapi20170525'),
  )
  const { protocol, host } = new URL(origin)
  // A plain object: the class of it is in a package that this one does not depend on.
  const config = {
    accessKeyId,
    accessKeySecret,
    endpoint: host,
    protocol: protocol.slice(0, -1),
    connectTimeout: timeoutMs,
    readTimeout: timeoutMs,
  }
  const client: AliyunClient = new Client(config as ConstructorParameters<typeof AliyunClient>[0])
  return { client, SendSmsRequest }
}

/** The API has answered that it refuses the request, or it was never reached. After a 500, it may have sent. */
function isRefusal(error: unknown): boolean {
  const { statusCode } = Object(error)
  return (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) || hasNotConnected(error)
}
