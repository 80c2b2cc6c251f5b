// The ports of the machine, from the options of component and hook.
import { type CarrierSdk, createAbortController, DEFAULT_LINE } from '@local-number/jssdk'
import {
  createLoginApi,
  createRandomId,
  type ImageSlot,
  type InitialPhone,
  type LoginPorts,
  type NetworkPort,
} from '@local-number/login'
import { CARRIER_ORIGINS } from '@local-number/protocol'
import { judgeEdition } from './edition-rules'
import { createEditionPorts, imageEdition, isVendorDriver } from './editions'
import { findMisconfiguration } from './misconfigured'
import type { LocalNumberLoginOptions } from './options'
import { createPlatform } from './platform'
import { readRememberedPhone } from './remembered-phone'
import { createServer } from './remote-server'

export function createPorts(
  options: LocalNumberLoginOptions,
  { slot, openSession }: { readonly slot: ImageSlot } & Pick<LoginPorts, 'openSession'>,
): LoginPorts {
  const { appId, api, network, line = DEFAULT_LINE, origins, sdk, editions = [imageEdition] } = options
  const platform = createPlatform()
  const ownSdk = imageEdition.createSdk({ origins })
  const imageOrigin = { ...CARRIER_ORIGINS, ...origins }[line]?.getMobile
  return {
    editions: isVendorDriver(sdk)
      ? [sdk.createPort({ appId, judge: (edition) => judgeEdition(edition, imageOrigin) })]
      : createEditionPorts(Array.isArray(editions) ? editions : [], {
          origins,
          imageOrigin,
          isUsable: () => !findMisconfiguration(options, platform),
        }),
    api: createServer(api, platform, createLoginApi),
    network: network ?? createNetworkPort(ownSdk, platform.onNetworkChange),
    loadImage: slot.load,
    authorize: platform.authorize,
    foreground: platform.foreground,
    unsupported: () => platform.unsupported() ?? findMisconfiguration(options, platform),
    openSession,
    readInitialPhone: () => readInitialPhone(options),
    now: () => Date.now(),
    newId: createRandomId,
  }
}

function readInitialPhone({ initialPhone = '', rememberPhone, consentVersion }: LocalNumberLoginOptions): InitialPhone {
  const remembered = rememberPhone ? readRememberedPhone(consentVersion) : null
  return initialPhone === '' && remembered ? remembered : { phone: initialPhone, remembered: false }
}

function createNetworkPort(sdk: CarrierSdk, onNetworkChange: (listener: () => void) => () => void): NetworkPort {
  return {
    type: (signal) => sdk.networkType({ signal }),
    onChange: (listener) => {
      let asking = createAbortController()
      const stop = onNetworkChange(() => {
        // Only the answer to the last change counts.
        asking.abort()
        asking = createAbortController()
        sdk.networkType({ signal: asking.signal }).then(listener, () => undefined)
      })
      return () => {
        stop()
        asking.abort()
      }
    },
  }
}
