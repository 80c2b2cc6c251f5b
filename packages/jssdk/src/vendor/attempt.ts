// One attempt through the carrier's script.
import { formatExpandParams, HTTPS_VERSION, SDK_VERSION, TOKEN_LIFETIMES_MS } from '@local-number/protocol'
import type { Attempt, CarrierImage, PreSignAttempt } from '../attempt'
import { runWithLimits } from '../cancellation'
import { type AttemptOptions, type ParsedAttemptOptions, parseAttemptOptions } from '../parameters'
import { DEFAULT_TOKEN_TIMEOUT_MS } from '../token-call'
import { isHttpsScript } from './edition'
import { askBoth, type FirstAnswers, requireText } from './order'
import { checkScript, type VendorData, type VendorYdrz } from './script'
import { lockScript, type ScriptLock } from './script-lock'
import { askToken } from './token'

interface Script extends Pick<CarrierImage, 'referrerPolicy'> {
  readonly ydrz: VendorYdrz
}

export function buildVendorAttempt(script: Script, options: AttemptOptions, signal: AbortSignal): PreSignAttempt {
  const { ydrz, referrerPolicy } = script
  checkScript(ydrz)
  const parsed = parseAttemptOptions(options)
  const isHttps = isHttpsScript(ydrz, parsed.appId)
  const data = toVendorData(parsed, isHttps ? HTTPS_VERSION : SDK_VERSION)
  const getSign = () => ydrz.getSign(data.appId, data.version)
  const getImgSrc = typeof ydrz.getImgSrc === 'function' ? () => ydrz.getImgSrc?.(data) : null
  const lock = lockScript(ydrz, signal)
  const requestToken: Attempt['requestToken'] = async (sign, limits = {}) => {
    const { signal: called, timeoutMs = DEFAULT_TOKEN_TIMEOUT_MS } = limits
    lock.check()
    try {
      const ask = () => runWithLimits(() => askToken(ydrz, { ...data, sign }), { signal })
      return await runWithLimits(ask, { signal: called, timeoutMs })
    } finally {
      lock.release()
    }
  }

  const { src, preSign } = askOrRelease(lock, () => askBoth({ getSign, getImgSrc }))
  if (isHttps && src === null) return { image: null, preSign, requestToken, tokenLifetimeMs: TOKEN_LIFETIMES_MS.https }
  const facts = { requestToken, tokenLifetimeMs: TOKEN_LIFETIMES_MS.image }
  if (src === null) return { image: 'inside', preSign, ...facts }
  const image = { src, referrerPolicy }
  if (preSign !== null) return { image, preSign, ...facts }
  return {
    preSignAfter: async (load) => {
      await load(image)
      lock.check()
      return lock.use(requireText('pre-sign', getSign))
    },
    ...facts,
  }
}

/** An attempt that cannot begin frees the script for the next one. */
function askOrRelease(lock: ScriptLock, ask: () => FirstAnswers): FirstAnswers {
  try {
    const answers = ask()
    if (answers.preSign !== null) lock.use(answers.preSign)
    return answers
  } catch (error) {
    lock.release()
    throw error
  }
}

function toVendorData(parsed: ParsedAttemptOptions, version: string): VendorData {
  const { appId, openType, expandParams, line } = parsed
  return {
    version,
    appId,
    openType,
    expandParams: formatExpandParams(expandParams),
    isTest: line === 'test' ? '0' : '1',
  }
}
