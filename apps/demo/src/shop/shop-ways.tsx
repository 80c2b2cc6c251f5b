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
import { PasswordForm } from './password-form'
import { SHOP_TEXTS } from './shop-texts'

type Lang = Switches['lang']

export function createShopWays({ settings, switches: { lang, ways } }: Demo): readonly OtherWay[] {
  const texts = SHOP_TEXTS[lang]
  const password: OtherWay = {
    id: 'password',
    label: texts.way.title,
    render: (context) => <PasswordForm texts={texts.way} context={context} />,
  }
  const { sms, wechat } = findWays(lang, settings)
  return [sms, password, wechat].slice(0, Number(ways))
}

interface ServerWays {
  readonly sms: OtherWay
  readonly wechat: OtherWay
}

/** Each is created once, since it remembers what was sent: by the language of its terms. */
const created = new Map<Lang, ServerWays>()

function findWays(lang: Lang, settings: Demo['settings']): ServerWays {
  const ways = created.get(lang) ?? createServerWays(lang, settings)
  created.set(lang, ways)
  return ways
}

function createServerWays(lang: Lang, { backendUrl, consentVersion }: Demo['settings']): ServerWays {
  const { terms: title, termsText: content } = SHOP_TEXTS[lang]
  const api = { baseUrl: backendUrl }
  const consent: WayConsent = { version: consentVersion, terms: [{ title, content }], locale: lang }
  return {
    sms: createSmsWay({ api, consent, locales: [smsZhHK, smsZhTW, smsEn] }),
    wechat: createWechatWay({ api, consent, locales: [wechatZhHK, wechatZhTW, wechatEn] }),
  }
}
