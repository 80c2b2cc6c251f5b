// An adapter: how the suite gets hold of a client SDK. Run it by `local-number-conformance --client our-jssdk.mjs`.
import { createMiniProgramYdrz } from '@local-number/jssdk/miniprogram'

export const createSdk = ({ wx }) => createMiniProgramYdrz(wx)
