// Small scripts that behave like editions of the carrier's, one per behavior, and the platform they call.
import type { VendorYdrz } from '../../src/vendor'

/** Creates a script over a platform. */
export type StandIn = (platform: Platform) => VendorYdrz

export const APP_ID = '300011877495'
/** As the carrier's scripts return it. */
export const USER_INFORMATION = 'SFVBV0VJ%3D'

export interface Ids {
  readonly msgId: string
  readonly timestamp: string
  readonly uuid: string
}

const joinPreSign = (appId: string, { msgId, timestamp, uuid }: Ids, version = '1.2') =>
  appId + msgId + timestamp + uuid + version

const composeUrl = ({ msgId, timestamp, uuid }: Ids) =>
  `http://carrier.test/getMobile.htm?version=1.2&msgId=${msgId}&timestamp=${timestamp}&uuid=${uuid}&userInformation=x`

/** What a business server answers for a pre-sign. */
export const signPreSign = (preSign: string) => `signed ${preSign}`

/** Issues a token when image, sign and token request carry the same ids, once. */
export class Platform {
  readonly retrieved: string[] = []
  readonly spent: string[] = []
  private made = 0

  createIds(): Ids {
    this.made += 1
    return { msgId: `${this.made}`.padStart(32, 'M'), timestamp: '20261122120506078', uuid: 'U'.repeat(32) }
  }

  /** The image's request. */
  readonly load = async ({ src }: { readonly src: string }) => {
    this.retrieved.push(/msgId=(\w+)/.exec(src)?.[1] ?? '')
  }

  token(ids: Ids, sign: string, signed = joinPreSign(APP_ID, ids)): { code: string; token: string } {
    if (!this.retrieved.includes(ids.msgId)) return { code: '500', token: '' }
    if (this.spent.includes(ids.msgId)) return { code: '130030', token: '' }
    if (sign !== signPreSign(signed)) return { code: '130018', token: '' }
    this.spent.push(ids.msgId)
    return { code: '000000', token: `token of ${ids.msgId}` }
  }
}

type TokenCall = Parameters<VendorYdrz['getTokenInfo']>[0]

/** Answers in a later task, like a network. */
async function answer({ success, error }: TokenCall, judge: () => { code: string; token: string }): Promise<void> {
  await null
  const { code, token } = judge()
  if (token === '') error({ code, message: 'refused' })
  else success({ code, message: 'token 获取成功', token, userInformation: USER_INFORMATION })
}

/** The ids of one object, as its methods make and use them; `undefined` before there are any. */
function script(platform: Platform, makes: { readonly page?: true; readonly sign?: true; readonly image?: true }) {
  let ids = makes.page ? platform.createIds() : ({} as Ids)
  return {
    getImgSrc: () => {
      if (makes.image) ids = platform.createIds()
      return composeUrl(ids)
    },
    getSign: (appId: string) => {
      if (makes.sign) ids = platform.createIds()
      return joinPreSign(appId, ids)
    },
    getTokenInfo: (call: TokenCall) => {
      const { msgId, timestamp, uuid } = ids
      void answer(call, () => platform.token({ msgId, timestamp, uuid }, call.data.sign))
    },
  }
}

export const idsPerPage = (platform: Platform): VendorYdrz => script(platform, { page: true })
export const idsAtGetSign = (platform: Platform): VendorYdrz => script(platform, { sign: true })
export const idsAtGetImgSrc = (platform: Platform): VendorYdrz => script(platform, { image: true })

/** Its pre-sign is sealed: the ids inside cannot be read. */
export function sealedPreSign(platform: Platform): VendorYdrz {
  let ids = platform.createIds()
  const sealed = () => [...joinPreSign(APP_ID, ids)].reverse().join('')
  return {
    getImgSrc: () => {
      ids = platform.createIds()
      return composeUrl(ids)
    },
    getSign: sealed,
    getTokenInfo: (call) => void answer(call, () => platform.token(ids, call.data.sign, sealed())),
  }
}

/** Has no pre-sign before its image has loaded, and says so by throwing. */
export function preSignAfterImage(platform: Platform): VendorYdrz {
  const { getImgSrc = () => '', getSign, getTokenInfo } = idsAtGetImgSrc(platform)
  return {
    getImgSrc,
    getSign: (appId, version) => {
      if (platform.retrieved.length === 0) throw new Error('getSign before the image')
      return getSign(appId, version)
    },
    getTokenInfo,
  }
}

/** The older H5 edition: no getImgSrc, ids per page, a version named by the caller, and methods that need `this`. */
export function imageInside(platform: Platform): VendorYdrz {
  const ids = platform.createIds()
  return {
    getSign: (appId, version) => joinPreSign(appId, ids, version),
    getTokenInfo(call) {
      if (!('getSign' in this)) throw new Error('called apart from its object')
      const { appId, version, sign } = call.data
      void platform
        .load({ src: composeUrl(ids) })
        .then(() => answer(call, () => platform.token(ids, sign, joinPreSign(appId, ids, version))))
    },
  }
}

/** A vendor's script of the HTTPS edition: no image, a pre-sign of its own form, and its own version. */
function httpsScript(platform: Platform, makes: { readonly page?: true; readonly sign?: true }): VendorYdrz {
  let ids = platform.createIds()
  const join = (appId: string, version: string) => `${appId}1${ids.msgId}${ids.timestamp}${ids.msgId}${version}`
  return {
    getSign: (appId, version) => {
      if (makes.sign) ids = platform.createIds()
      return join(appId, version)
    },
    getTokenInfo: (call) => {
      const { appId, version, sign } = call.data
      const sent = { ids, preSign: join(appId, version) }
      platform.retrieved.push(ids.msgId)
      void answer(call, () => {
        const { code, token } = platform.token(sent.ids, sign, sent.preSign)
        return { code: code === '000000' ? '103000' : code, token }
      })
    },
  }
}

export const httpsIdsPerPage = (platform: Platform): VendorYdrz => httpsScript(platform, { page: true })
export const httpsIdsAtGetSign = (platform: Platform): VendorYdrz => httpsScript(platform, { sign: true })

/** A script whose token request is the test's own. */
export const whoseToken = (getTokenInfo: VendorYdrz['getTokenInfo']) => (platform: Platform) => ({
  ...idsAtGetSign(platform),
  getTokenInfo,
})

export const neverCallsBack = whoseToken(() => undefined)

export function callsBackTwice(platform: Platform): VendorYdrz {
  const once = idsAtGetSign(platform)
  return {
    ...once,
    getTokenInfo: ({ data, success, error }) => {
      once.getTokenInfo({
        data,
        success: (result) => {
          success(result)
          success({ code: '000000', token: 'another token', userInformation: 'other' })
          error({ code: '500' })
        },
        error,
      })
    },
  }
}
