// The API between the page and the business server: our own, so both sides read its shapes here. What later editions
// add is planned in docs/en/business-api.md.
import type { ErrorAnswer } from './business-errors'
import type { HttpsEdition } from './editions'
import type { HttpsIds } from './https-edition'
import type { VerifyOutcome } from './return-codes/facts'

export type { VerifyOutcome } from './return-codes/facts'

/** Paths below the business server's base URL. */
export const BUSINESS_PATHS = {
  sign: '/api/local-number/sign',
  consent: '/api/local-number/consent',
  verify: '/api/local-number/verify',
} as const

/** The `code` of `unavailable` when the platform was asked and its answer is lost: a new token can help, once. */
export const ANSWER_LOST = 'answerLost'

/** Paths of the SMS way. Apart from the others, so that an app without it ships none of them. */
export const SMS_PATHS = {
  send: '/api/local-number/sms/send',
  check: '/api/local-number/sms/check',
} as const

/** The path of the WeChat way. */
export const WECHAT_PHONE_PATH = '/api/local-number/wechat-phone'

export type BusinessPath =
  | (typeof BUSINESS_PATHS)[keyof typeof BUSINESS_PATHS]
  | (typeof SMS_PATHS)[keyof typeof SMS_PATHS]
  | typeof WECHAT_PHONE_PATH

/** Header that carries a login's trace id in both directions: 32 lower-case hex digits. */
export const TRACE_HEADER = 'x-trace-id'

export const TRACE_ID = /^[0-9a-f]{32}$/

/** The hash that a {@link SignRequest} carries as `binding`. */
export const BINDING = /^[0-9A-Za-z_-]{43}$/

/** What the user agreed to: the receipt that number retrieval needs (PIPL). */
export interface ConsentReceipt {
  /** The version of the terms that were shown, 1–64 characters. */
  readonly version: string
  /**
   * The language in which they were shown: a BCP 47 tag of at most 35 characters, such as `zh-CN`.
   *
   * @default the server's only text of the version
   */
  readonly locale?: string
}

/** What every sign request carries. */
interface SignRequestFacts {
  /** The session id: random text of this login, 16–128 characters of `0-9A-Za-z_-`. Wrong numbers are counted by it. */
  readonly session: string
  /**
   * Ties the ticket to the visitor's session of the app: the base64url of a SHA-256, 43 characters of `0-9A-Za-z_-`.
   *
   * @default the ticket is tied to no session
   */
  readonly binding?: string
}

/** Asks for the signature of a pre-sign that the page composed: the image edition, and vendors' scripts. */
export interface PreSignRequest extends SignRequestFacts {
  readonly preSign: string
  readonly consent: ConsentReceipt
  readonly edition?: undefined
}

/** Asks for ids with their signature: the HTTPS edition. */
export interface IdsRequest extends SignRequestFacts {
  /** Missing if the user has not tapped yet: then a {@link ConsentRequest} follows with the tap. */
  readonly consent?: ConsentReceipt
  readonly edition: HttpsEdition
  readonly preSign?: undefined
}

/** Body of `POST /api/local-number/sign`: a pre-sign or an edition, never both. */
export type SignRequest = PreSignRequest | IdsRequest

export interface SignAnswer {
  /** The signature that the carrier's token call wants. */
  readonly sign: string
  /** The carrier's ids of this attempt, which the signature covers. With `edition` in the request only. */
  readonly ids?: HttpsIds
  /** Ties this sign to one verify, which may be repeated as it is for two minutes. */
  readonly attemptId: string
  readonly traceId: string
}

/** Body of `POST /api/local-number/consent`: the user's tap, for an attempt that was signed before it. */
export interface ConsentRequest {
  readonly attemptId: string
  readonly consent: ConsentReceipt
}

export interface ConsentAnswer {
  readonly traceId: string
}

/**
 * Body of `POST /api/local-number/verify`. The same body again gets the same verdict for two minutes, without another
 * question to the platform: a page whose answer was lost asks once more.
 */
export interface VerifyRequest {
  readonly attemptId: string
  /** 11 digits. */
  readonly phone: string
  readonly token: string
  /** As the SDK's callback gave it. */
  readonly userInformation: string
}

export interface VerifyAnswer {
  /** What the page acts on. */
  readonly outcome: VerifyOutcome
  /**
   * The platform's own code as text, or the name of a fault between server and platform. For logs, but for one: with
   * `unavailable`, `answerLost` says that the platform was asked and its answer is lost. A new token can help, once.
   */
  readonly code: string
  /** Wrong numbers that this session may still send. Says nothing about the typed number. */
  readonly attemptsLeft: number
  readonly traceId: string
  /** With `verified` only: a one-minute, single-use signed proof for another backend. */
  readonly ticket?: string
}

/** How a number was proven: by the SIM, or by a code in a text message. The ticket's `amr`. */
export type ProvenWay = 'sim' | 'sms'

/** What both requests of the SMS way carry. */
interface SmsRequestFacts {
  /** 11 digits; `+86` in front does no harm. */
  readonly phone: string
  /** The app's own terms of this way, not the carrier's. */
  readonly consent: ConsentReceipt
  /** The session id, as in {@link SignRequest}. A code counts in the session that asked for it. */
  readonly session: string
  /** As in {@link SignRequest}, and the same in both requests. */
  readonly binding?: string
  /**
   * Random text that the page keeps on the device: 16–128 characters of `0-9A-Za-z_-`. A device that verified this
   * number before still gets messages when others have used up those that anyone may ask for. The server remembers a
   * keyed hash of it for 180 days.
   *
   * @default no device is remembered
   */
  readonly device?: string
}

/** Body of `POST /api/local-number/sms/send`: asks for a message with a code. */
export interface SmsSendRequest extends SmsRequestFacts {
  /** After `captchaRequired`: the proof that the captcha's provider gave, 1–4096 visible ASCII characters. */
  readonly captcha?: string
}

/** Known and unknown numbers get the same answer. */
export interface SmsSendAnswer {
  /** How long the code is valid, in ms. */
  readonly expiresInMs: number
  /** When another message may be requested, in ms. */
  readonly resendAfterMs: number
  readonly traceId: string
}

/**
 * Body of `POST /api/local-number/sms/check`. The same body again gets the same outcome for two minutes, and counts
 * once: a page whose answer was lost asks once more.
 */
export interface SmsCheckRequest extends SmsRequestFacts {
  /** 6 digits. */
  readonly code: string
}

/**
 * - `verified`: the number belongs to the user
 * - `wrongCode`: not the code that was sent
 * - `expiredCode`: the code is expired, used, void, or was never sent
 */
export type SmsOutcome = 'verified' | 'wrongCode' | 'expiredCode'

export interface SmsCheckAnswer {
  readonly outcome: SmsOutcome
  /** Guesses that the code still takes. With `wrongCode`, 0 says that it is void now. */
  readonly attemptsLeft: number
  readonly traceId: string
  /** With `verified` only: as in {@link VerifyAnswer}. */
  readonly ticket?: string
}

/** Body of `POST /api/local-number/wechat-phone`: exchanges a code of WeChat's button for the user's number. */
export interface WechatPhoneRequest {
  /** As the button's event gave it: valid for five minutes, and once. */
  readonly code: string
  /** The app's own terms of this way, not the carrier's. */
  readonly consent: ConsentReceipt
  /** The session id, as in {@link SignRequest}. */
  readonly session: string
  /** As in {@link SignRequest}. */
  readonly binding?: string
}

/**
 * - `verified`: WeChat has named the number of the user's account
 * - `expiredCode`: the code is expired or used: a new tap gives another one
 * - `noQuota`: the quota that the mini-program has bought is used up
 */
export type WechatOutcome = 'verified' | 'expiredCode' | 'noQuota'

/** A lost answer cannot be had again: WeChat takes a code once, so the user taps again. */
export interface WechatPhoneAnswer {
  readonly outcome: WechatOutcome
  /** With `verified`: the 11 digits, which count for more than what was typed. */
  readonly phone?: string
  readonly traceId: string
  /** With `verified` only: as in {@link VerifyAnswer}. */
  readonly ticket?: string
}

/** Body of any request. */
export type BusinessRequest =
  | SignRequest
  | ConsentRequest
  | VerifyRequest
  | SmsSendRequest
  | SmsCheckRequest
  | WechatPhoneRequest

/** Body of any answer that is a 2xx. */
export type BusinessAnswer =
  | SignAnswer
  | ConsentAnswer
  | VerifyAnswer
  | SmsSendAnswer
  | SmsCheckAnswer
  | WechatPhoneAnswer

/** `data` of `wx.cloud.callFunction`: the request that HTTP would carry, in one envelope. */
export interface CloudRequest {
  readonly path: BusinessPath
  /** Stands for the header {@link TRACE_HEADER}. */
  readonly traceId: string
  readonly body: BusinessRequest
}

/** `result` of `wx.cloud.callFunction`: the answer that HTTP would carry. */
export interface CloudAnswer {
  /** As over HTTP: 200, or the status of an error. */
  readonly status: number
  readonly body: BusinessAnswer | ErrorAnswer
}
