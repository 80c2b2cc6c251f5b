// Tencent Cloud's short message service (SendSms of 2021-01-11), through its official SDK.
import { MessageRefusedError, type MessageSender } from '../sender'
import { type CallTencent, openTencent, readTencentRefusal, type TencentCredentials } from '../tencent-client'

export interface TencentSenderOptions extends TencentCredentials {
  /** The SdkAppId of the SMS application, such as `1400006666`. */
  readonly appId: string
  /** The signature that the messages carry, as it was approved, without its brackets. */
  readonly signName: string
  /** The id of the approved template, such as `449739`. Its first variable is the code. */
  readonly templateId: string
  /**
   * Variables of the template after the code, such as the minutes for which it counts.
   *
   * @default []
   */
  readonly templateParams?: readonly string[] | undefined
  /**
   * Scheme, host and port of the API.
   *
   * @default 'https://sms.tencentcloudapi.com'
   */
  readonly origin?: string | undefined
  /** @default 'ap-guangzhou' */
  readonly region?: string | undefined
}

const ORIGIN = 'https://sms.tencentcloudapi.com'
const VERSION = '2021-01-11'
const REGION = 'ap-guangzhou'

interface SendSmsAnswer {
  readonly SendStatusSet?: readonly { readonly Code?: string }[] | undefined
}

/** Creates a sender. Needs the package `tencentcloud-sdk-nodejs-common`. */
export function createTencentSender(options: TencentSenderOptions): MessageSender {
  const { appId, signName, templateId, templateParams = [], origin = ORIGIN, region = REGION } = options
  let opened: Promise<CallTencent> | undefined
  const open = () => {
    opened ??= openTencent(options, { origin, version: VERSION, region })
    return opened
  }
  return {
    name: 'tencent',
    ready: open,
    async send({ phone, code, traceId }, signal) {
      const call = await open()
      const request = {
        SmsSdkAppId: appId,
        SignName: signName,
        TemplateId: templateId,
        TemplateParamSet: [code, ...templateParams],
        PhoneNumberSet: [`+86${phone}`],
        SessionContext: traceId,
      }
      const { SendStatusSet = [] } = await call<SendSmsAnswer>('SendSms', request, signal).catch((error) => {
        const refusal = readTencentRefusal(error)
        throw refusal === null ? error : new MessageRefusedError(refusal)
      })
      const [{ Code: status = 'unknown' } = {}] = SendStatusSet
      if (status !== 'Ok') throw new MessageRefusedError(status)
    },
  }
}
