// An adapter that gives a client SDK to the suite: local-number-conformance --client our-jssdk.mjs
import { createMiniProgramYdrz } from '@local-number/jssdk/miniprogram'

export const createSdk = ({ wx }) => createMiniProgramYdrz(wx)
