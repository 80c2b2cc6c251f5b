// What a mini-program bundles: the SDK's mini-program edition under the machine, over a `wx` that a test brings.
import type { CarrierSdk } from '@local-number/jssdk'
import { createHttpsMiniProgramSdk } from '@local-number/jssdk/https'
import {
  createMiniProgramSdk,
  createMiniProgramYdrz,
  createWxTransport,
  type WxLike,
} from '@local-number/jssdk/miniprogram'
import { createVendorDriver } from '@local-number/jssdk/vendor'
import {
  createHttpApi,
  createImageSlot,
  createLogin,
  createRandomId,
  DEFAULT_LIMITS,
  type EditionName,
  type ForegroundPort,
} from '../../src'

export { createHttpsMiniProgramSdk, createMiniProgramYdrz, createVendorDriver }

interface Parts {
  readonly sdk?: CarrierSdk
  readonly name?: EditionName
  readonly foreground?: ForegroundPort
}

/** A connected login as an app would have it, with the image's slot for the view. */
export function openLogin(wx: WxLike, { sdk = createMiniProgramSdk(wx), name = 'image', foreground }: Parts = {}) {
  const slot = createImageSlot()
  const login = createLogin(
    {
      attempt: { appId: '300011877495', expandParams: 'a=1' },
      consentVersion: '1',
      networkCheck: 'auto',
      limits: DEFAULT_LIMITS,
    },
    {
      editions: [{ name, sdk }],
      api: createHttpApi({ baseUrl: 'https://shop.test' }, createWxTransport(wx)),
      network: { type: (signal) => sdk.networkType({ signal }), onChange: () => () => undefined },
      loadImage: slot.load,
      unsupported: () => null,
      foreground,
      now: () => Date.now(),
      newId: createRandomId,
    },
  )
  return { login, slot, disconnect: login.connect() }
}
