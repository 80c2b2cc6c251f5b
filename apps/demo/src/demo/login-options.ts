// The component's options in the demo: what the panel has switched, and either the simulator as the chosen handset
// reaches it, or the carrier itself.
import type { LocalNumberLoginProps } from '@local-number/taro'
import { en } from '@local-number/taro/locale/en'
import { zhHK } from '@local-number/taro/locale/zh-hk'
import { zhTW } from '@local-number/taro/locale/zh-tw'
import { followLogin } from '../panel/current-login'
import { SHOP_TEXTS } from '../shop/shop-texts'
import { EDITIONS } from './editions'
import { createHandsetNetwork, type Handset } from './handsets'
import type { DemoSettings } from './settings'
import type { Switches } from './switches'
import { toThemeClass } from './theme'
import type { Demo } from './use-demo'

type CarrierOptions = Pick<LocalNumberLoginProps, 'line' | 'expandParams' | 'networkCheck' | 'origins' | 'network'>
type CheckOptions = Pick<LocalNumberLoginProps, 'networkCheck' | 'onWifi'>

const LOCALES = [zhHK, zhTW, en]

const CHECKS: Readonly<Record<Switches['check'], CheckOptions>> = {
  auto: {},
  fallback: { onWifi: 'fallback' },
  refuse: { networkCheck: () => false },
}

export function createLoginOptions({ settings, handset, switches, prefilled }: Demo): LocalNumberLoginProps {
  const { edition, theme, layout, flow, lang, network, check } = switches
  const texts = SHOP_TEXTS[lang]
  return {
    appId: settings.appId,
    appName: texts.name,
    api: { baseUrl: settings.backendUrl },
    consentVersion: settings.consentVersion,
    editions: EDITIONS[edition],
    terms: [{ title: texts.terms, content: texts.termsText }],
    ...{ theme, layout, flow },
    locale: lang,
    locales: LOCALES,
    className: `shop-login ${toThemeClass(switches)}`,
    initialPhone: prefilled,
    onEvent: followLogin,
    ...CHECKS[check],
    ...(handset ? toSimulatorOptions(handset, network === 'quiet') : toCarrierOptions(settings)),
  }
}

function toSimulatorOptions(handset: Handset, quiet: boolean): CarrierOptions {
  const { origin } = handset
  // A handset's own port answers the calls of both editions.
  const origins = { production: { getMobile: origin, getToken: origin, httpsGetMobile: origin } }
  const network = createHandsetNetwork(handset)
  return { origins, network: quiet ? { ...network, onChange: () => () => undefined } : network }
}

function toCarrierOptions({ line, testPhone }: DemoSettings): CarrierOptions {
  if (line !== 'test') return {}
  // The test line simulates number retrieval: Wi-Fi does not matter, and the number must be passed [S 2.4].
  return { line, expandParams: { phoneNum: testPhone }, networkCheck: false }
}
