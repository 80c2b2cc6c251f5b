// The component's options in the demo: the carrier is the simulator, as the chosen handset reaches it.
import type { LocalNumberLoginProps } from '@local-number/taro'
import { handsetNetwork } from './handsets'
import type { Demo } from './use-demo'

export function loginOptions({ settings, handset }: Demo): LocalNumberLoginProps {
  const { origin } = handset
  return {
    appId: settings.appId,
    appName: '拾光小店',
    api: { baseUrl: settings.backendUrl },
    consentVersion: settings.consentVersion,
    terms: [{ title: '拾光小店用户协议', url: 'https://example.com/terms' }],
    origins: { production: { getMobile: origin, getToken: origin } },
    network: handsetNetwork(handset),
  }
}
