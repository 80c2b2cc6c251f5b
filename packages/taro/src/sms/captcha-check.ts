// In development, warns about a server that asks for a captcha which the app does not have.
import { tellOnce } from '../tell-once'

const CAPTCHA_MISSING =
  'captchaMissing: the server asks for a captcha before it sends another message today, and the SMS way has none. Give ' +
  '`createSmsWay` a `renderCaptcha`, for the captcha that the server checks (docs/en/customizing.md, "Text messages").'

/** Bundles for users do not contain this. */
export function warnAboutCaptcha(code: unknown): void {
  if (code === 'captchaRequired') tellOnce('captchaMissing', CAPTCHA_MISSING, 'warn')
}
