// A process of the built service that holds the canaries and logs all it can.
import { type BackendProcesses, createBackendProcesses } from '../../support/processes'
import {
  APP_KEY,
  CAPTCHA_SECRET,
  CUSTOMER_PRIVATE_KEY,
  HASH_SECRET,
  TICKET_PRIVATE_KEY,
  WEBHOOK_SECRET,
  WECHAT_SECRET,
} from './canaries'

/** The walk sends some three hundred requests that count as signatures before it exceeds the limit. */
const SIGNATURES = 500

export function createCanaryProcesses(store: string, own: NodeJS.ProcessEnv = {}): Promise<BackendProcesses> {
  return createBackendProcesses(store, {
    LOG_LEVEL: 'trace',
    ALLOWED_ORIGINS: 'https://shop.example.com',
    LOCAL_NUMBER_EDITIONS: 'miniProgram,httpsMiniProgram',
    LOCAL_NUMBER_APP_KEY: APP_KEY,
    LOCAL_NUMBER_HASH_SECRET: HASH_SECRET,
    LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: CUSTOMER_PRIVATE_KEY,
    LOCAL_NUMBER_TICKET_PRIVATE_KEY: TICKET_PRIVATE_KEY,
    LOCAL_NUMBER_DAILY_LIMIT: '4',
    LOCAL_NUMBER_SIGNS_PER_IPV4: String(SIGNATURES),
    LOCAL_NUMBER_SMS_SENDERS: 'webhook',
    LOCAL_NUMBER_SMS_WEBHOOK_URL: 'http://127.0.0.1:9',
    LOCAL_NUMBER_SMS_WEBHOOK_SECRET: WEBHOOK_SECRET,
    LOCAL_NUMBER_SMS_CAPTCHA: 'tencent',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_ID: 'AKID',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_KEY: CAPTCHA_SECRET,
    LOCAL_NUMBER_SMS_CAPTCHA_APP_ID: '199999164',
    LOCAL_NUMBER_SMS_CAPTCHA_APP_SECRET: CAPTCHA_SECRET,
    LOCAL_NUMBER_WECHAT_APP_ID: 'wx0123456789abcdef',
    LOCAL_NUMBER_WECHAT_APP_SECRET: WECHAT_SECRET,
    // Nobody answers there.
    LOCAL_NUMBER_WECHAT_ORIGIN: 'http://127.0.0.1:9',
    ...own,
  })
}
