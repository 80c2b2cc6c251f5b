// An adapter that gives a client SDK to the suite: local-number-conformance --client our-jssdk.mjs
import { createHttpsH5Sdk, createHttpsMiniProgramSdk } from '@local-number/jssdk/https'
import { createMiniProgramYdrz } from '@local-number/jssdk/miniprogram'

export const createSdk = ({ wx }) => createMiniProgramYdrz(wx)

export function createHttpsSdk({ wx, browser }) {
  const sdk = wx ? createHttpsMiniProgramSdk(wx) : createHttpsH5Sdk(browser)
  return {
    async requestToken({ appId, ids, sign, expandParams, isTest, signal }) {
      const attempt = sdk.createAttempt({ appId, expandParams, line: isTest === '0' ? 'test' : 'production' })
      return attempt.requestToken({ ids, sign }, { signal })
    },
  }
}
