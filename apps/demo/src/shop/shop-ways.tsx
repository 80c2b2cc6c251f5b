// The shop's other ways to log in: by text message, a mock-up that shows how an own one is made, and in WeChat its
// phone button.
import type { OtherWay } from '@local-number/taro'
import { createSmsWay, type WayConsent } from '@local-number/taro/sms'
import { smsEn } from '@local-number/taro/sms/locale/en'
import { smsZhHK } from '@local-number/taro/sms/locale/zh-hk'
import { smsZhTW } from '@local-number/taro/sms/locale/zh-tw'
import { createWechatWay } from '@local-number/taro/wechat'
import { wechatEn } from '@local-number/taro/wechat/locale/en'
import { wechatZhHK } from '@local-number/taro/wechat/locale/zh-hk'
import { wechatZhTW } from '@local-number/taro/wechat/locale/zh-tw'
import type { Switches } from '../demo/switches'
import type { Demo } from '../demo/use-demo'
import { Captcha } from './captcha'
import { PasswordForm } from './password-form'
import { SHOP_TEXTS } from './shop-texts'

type Kind = Pick<Switches, 'lang' | 'captcha'>

export function createShopWays({ settings, switches: { lang, ways, captcha } }: Demo): readonly OtherWay[] {
  const texts = SHOP_TEXTS[lang]
  const password: OtherWay = {
    id: 'password',
    label: texts.way.title,
    render: (context) => <PasswordForm texts={texts.way} context={context} />,
  }
  const { sms, wechat } = findWays({ lang, captcha }, settings)
  return [sms, password, wechat].slice(0, Number(ways))
}

interface ServerWays {
  readonly sms: OtherWay
  readonly wechat: OtherWay
}

/** Each is created once, since it remembers what was sent: by the language of its terms, and by its captcha. */
const created = new Map<string, ServerWays>()

function findWays(kind: Kind, settings: Demo['settings']): ServerWays {
  const key = Object.values(kind).join(' ')
  const ways = created.get(key) ?? createServerWays(kind, settings)
  created.set(key, ways)
  return ways
}

function createServerWays({ lang, captcha }: Kind, { backendUrl, consentVersion }: Demo['settings']): ServerWays {
  const texts = SHOP_TEXTS[lang]
  const { terms: title, termsText: content } = texts
  const api = { baseUrl: backendUrl }
  const consent: WayConsent = { version: consentVersion, terms: [{ title, content }], locale: lang }
  return {
    sms: createSmsWay({
      api,
      consent,
      locales: [smsZhHK, smsZhTW, smsEn],
      ...(captcha === 'shown' && { renderCaptcha: (view) => <Captcha texts={texts} {...view} /> }),
    }),
    wechat: createWechatWay({ api, consent, locales: [wechatZhHK, wechatZhTW, wechatEn] }),
  }
}
