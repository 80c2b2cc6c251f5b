// Options that cannot work here, by the code of reason `misconfigured`: one table, which is looked at after consent.
import { DEFAULT_LINE } from '@local-number/jssdk'
import type { Unsupported } from '@local-number/login'
import { hasUsableAddress } from './base-url'
import { isVendorDriver } from './editions'
import type { LocalNumberLoginOptions } from './options'
import type { LoginPlatform } from './platform'
import { isTaroPluginMissing } from './plugin-check'
import { isForUsers, usesPrivateOrigin } from './private-origin'
import { usesTestLine } from './test-line'

type Rule = (options: LocalNumberLoginOptions, platform: Pick<LoginPlatform, 'callFunction'>) => boolean

const RULES: Readonly<Record<string, Rule>> = {
  taroPluginMissing: () => isTaroPluginMissing(),
  testLineInProduction: (options) => process.env.NODE_ENV === 'production' && usesTestLine(options),
  privateOriginForUsers: ({ origins, line = DEFAULT_LINE }) => usesPrivateOrigin(origins, line) && isForUsers(),
  editionsWithSdk: ({ sdk, editions }) => sdk !== undefined && editions !== undefined,
  originsWithSdk: ({ sdk, origins }) => sdk !== undefined && origins !== undefined,
  sdkWithoutDriver: ({ sdk }) => sdk !== undefined && !isVendorDriver(sdk),
  baseUrlMalformed: ({ api }) => !hasUsableAddress(api),
  cloudMissing: ({ api }, { callFunction }) => api.cloudFunction !== undefined && callFunction === null,
}

export function findMisconfiguration(
  options: LocalNumberLoginOptions,
  platform: Pick<LoginPlatform, 'callFunction'>,
): Unsupported | null {
  const code = Object.keys(RULES).find((name) => RULES[name]?.(options, platform))
  return code === undefined ? null : { reason: 'misconfigured', code }
}
