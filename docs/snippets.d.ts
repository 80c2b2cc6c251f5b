// What a snippet in the documentation may use without declaring it: what its reader has at hand.
/// <reference types="miniprogram-api-typings" />

declare const appId: string
declare const appKey: string
declare const customerPrivateKey: string
declare const customerPublicKey: string
declare const platformPublicKey: string
declare const platformKey: string
declare const ticketKey: string
declare const hashSecret: string

declare const phone: string
declare const timestamp: string
declare const preSign: string
declare const ticket: string
/** The visitor's session in the reader's backend. */
declare const session: { readonly secret: string }
declare const log: import('@local-number/server').Log

/** The reader's own app. */
declare module '@/your-app' {
  import type { FallbackReason } from '@local-number/taro'
  import type { ReactElement } from 'react'

  /** The root module of a NestJS app. */
  export class AppModule {}

  /** 16–128 characters of `0-9A-Za-z_-`, from secure randomness. */
  export function createRandomText(): string
  /** The reader's captcha. */
  export function Captcha(props: { onSolved(proof: string): void; onClose(): void }): ReactElement
  /** Another way to log in. */
  export function SmsLogin(props: { phone: string; reason: FallbackReason }): ReactElement
  /** Hands the ticket to the backend that opens the session. */
  export function openSession(ticket: string | null): void
  /** Has a pre-sign signed by the business server. */
  export function signOnServer(preSign: string): Promise<string>
  /** Has ids made and signed by the business server. */
  export function signEdition(
    edition: import('@local-number/protocol').HttpsEdition,
  ): Promise<import('@local-number/jssdk').SignedIds>
  /** Scheme, host and path of the business server. */
  export const baseUrl: string
  export function report(step: object): void
  /** Whether the account with this number is blocked. */
  export function isBlocked(numberHash: string): Promise<boolean>
  /** Notes that the device of a login is new. */
  export function noteNewDevice(traceId: string): Promise<void>
}

/** The carrier's script, where the reader keeps it. */
declare module '*/jssdk.min.js' {
  const YDRZ: import('@local-number/taro/vendor').VendorYdrz
  export default YDRZ
}

/** What the reader of the section on uni-app has at hand. */
declare module 'vue' {
  export function ref<T>(value: T): { value: T }
  export function computed<T>(read: () => T): { readonly value: T }
}
declare module '@dcloudio/uni-app' {
  export function onUnload(hook: () => void): void
}
declare const uni: Pick<WechatMiniprogram.Wx, 'request' | 'navigateBack'>
