// The component's options in the demo: the carrier is the simulator, as the chosen handset reaches it, or itself.
import type { LocalNumberLoginProps } from '@local-number/taro'
import { type Handset, handsetNetwork } from './handsets'
import type { DemoSettings } from './settings'
import type { Demo } from './use-demo'

type CarrierOptions = Pick<LocalNumberLoginProps, 'line' | 'expandParams' | 'networkCheck' | 'origins' | 'network'>

export function loginOptions({ settings, handset }: Demo): LocalNumberLoginProps {
  return {
    appId: settings.appId,
    appName: '拾光小店',
    api: { baseUrl: settings.backendUrl },
    consentVersion: settings.consentVersion,
    terms: [{ title: '拾光小店用户协议', url: 'https://example.com/terms' }],
    ...(handset ? simulator(handset) : carrierItself(settings)),
  }
}

function simulator(handset: Handset): CarrierOptions {
  const { origin } = handset
  return { origins: { production: { getMobile: origin, getToken: origin } }, network: handsetNetwork(handset) }
}

function carrierItself({ line, testPhone }: DemoSettings): CarrierOptions {
  if (line !== 'test') return {}
  // Number taking is only simulated there, so Wi-Fi is no obstacle, and the number has to be given [S 2.4].
  return { line, expandParams: { phoneNum: testPhone }, networkCheck: false }
}
