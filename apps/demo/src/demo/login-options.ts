// The component's options in the demo: for the simulator as the chosen handset reaches it, or for the carrier itself.
import type { LocalNumberLoginProps } from '@local-number/taro'
import { CONTRACTS } from './editions'
import { createHandsetNetwork, type Handset } from './handsets'
import type { DemoSettings } from './settings'
import type { Demo } from './use-demo'

type CarrierOptions = Pick<LocalNumberLoginProps, 'line' | 'expandParams' | 'networkCheck' | 'origins' | 'network'>

export function createLoginOptions({
  settings,
  handset,
  contract,
  quietNetwork,
  variantProps,
}: Demo): LocalNumberLoginProps {
  return {
    appId: settings.appId,
    appName: '拾光小店',
    api: { baseUrl: settings.backendUrl },
    consentVersion: settings.consentVersion,
    editions: CONTRACTS[contract].editions,
    terms: [{ title: '拾光小店用户协议', url: 'https://example.com/terms' }],
    ...(handset ? toSimulatorOptions(handset, quietNetwork) : toCarrierOptions(settings)),
    ...variantProps,
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
