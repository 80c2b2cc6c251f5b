// One attempt at taking the number through the carrier's script.
import { formatExpandParams, SDK_VERSION } from '@local-number/protocol'
import { type CarrierAttempt, type CarrierImage, DEFAULT_TOKEN_TIMEOUT_MS } from '../attempt'
import { underLimits } from '../cancellation'
import { type AttemptOptions, checkedOptions } from '../parameters'
import { type Beginning, begin, demanded } from './order'
import { checkScript, type VendorData, type VendorYdrz } from './script'
import { askToken } from './token'
import { type Turn, takeTurn } from './turn'

interface Script extends Pick<CarrierImage, 'referrerPolicy'> {
  readonly ydrz: VendorYdrz
}

export function newVendorAttempt(script: Script, options: AttemptOptions, signal: AbortSignal): CarrierAttempt {
  const { ydrz, referrerPolicy } = script
  checkScript(ydrz)
  const data = dataOf(options)
  const getSign = () => ydrz.getSign(data.appId, data.version)
  const getImgSrc = typeof ydrz.getImgSrc === 'function' ? () => ydrz.getImgSrc?.(data) : null
  const turn = takeTurn(ydrz, signal)
  const requestToken: CarrierAttempt['requestToken'] = async (sign, limits = {}) => {
    const { signal: called, timeoutMs = DEFAULT_TOKEN_TIMEOUT_MS } = limits
    turn.check()
    try {
      const ask = () => underLimits(() => askToken(ydrz, { ...data, sign }), { signal })
      return await underLimits(ask, { signal: called, timeoutMs })
    } finally {
      turn.end()
    }
  }

  const { src, preSign } = begun(turn, () => begin({ getSign, getImgSrc }))
  if (src === null) return { image: null, preSign, requestToken }
  const image = { src, referrerPolicy }
  if (preSign !== null) return { image, preSign, requestToken }
  return {
    preSignAfter: async (load) => {
      await load(image)
      turn.check()
      return turn.use(demanded('pre-sign', getSign))
    },
    requestToken,
  }
}

/** An attempt that could not begin leaves the script to the next one. */
function begun(turn: Turn, begin: () => Beginning): Beginning {
  try {
    const beginning = begin()
    if (beginning.preSign !== null) turn.use(beginning.preSign)
    return beginning
  } catch (error) {
    turn.end()
    throw error
  }
}

/** @throws SdkError `invalidParameters`, ProtocolError for expandParams that do not fit the wire */
function dataOf(options: AttemptOptions): VendorData {
  const { appId, openType, expandParams, line } = checkedOptions(options)
  return {
    version: SDK_VERSION,
    appId,
    openType,
    expandParams: formatExpandParams(expandParams),
    isTest: line === 'test' ? '0' : '1',
  }
}
