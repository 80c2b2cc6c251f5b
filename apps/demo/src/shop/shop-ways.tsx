// The shop's other ways to log in: a real one by text message, and a mock-up that shows how an own one is made.
import type { OtherWay } from '@local-number/taro'
import { createSmsWay } from '@local-number/taro/sms'
import { smsEn } from '@local-number/taro/sms/locale/en'
import { smsZhHK } from '@local-number/taro/sms/locale/zh-hk'
import { smsZhTW } from '@local-number/taro/sms/locale/zh-tw'
import type { Switches } from '../demo/switches'
import type { Demo } from '../demo/use-demo'
import { PasswordForm } from './password-form'
import { SHOP_TEXTS } from './shop-texts'

export function createShopWays({ settings, switches: { lang, ways } }: Demo): readonly OtherWay[] {
  const texts = SHOP_TEXTS[lang]
  const password: OtherWay = {
    id: 'password',
    label: texts.way.title,
    render: (context) => <PasswordForm texts={texts.way} context={context} />,
  }
  return [findSmsWay(lang, settings), password].slice(0, Number(ways))
}

/** Each is created once, since it remembers what was sent: by the language of its terms. */
const created = new Map<Switches['lang'], OtherWay>()

function findSmsWay(lang: Switches['lang'], { backendUrl, consentVersion }: Demo['settings']): OtherWay {
  const { terms: title, termsText: content } = SHOP_TEXTS[lang]
  const way =
    created.get(lang) ??
    createSmsWay({
      api: { baseUrl: backendUrl },
      consent: { version: consentVersion, terms: [{ title, content }], locale: lang },
      locales: [smsZhHK, smsZhTW, smsEn],
    })
  created.set(lang, way)
  return way
}
