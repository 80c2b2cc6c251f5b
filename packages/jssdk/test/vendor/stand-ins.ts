// Small scripts that behave as editions of the carrier's do, one per behaviour, and the platform that they speak to.
import type { VendorYdrz } from '../../src/vendor'

/** Makes a script over a platform. */
export type StandIn = (platform: Platform) => VendorYdrz

export const APP_ID = '300011877495'
/** As the carrier's scripts give it back. */
export const USER_INFORMATION = 'SFVBV0VJ%3D'

export interface Ids {
  readonly msgId: string
  readonly timestamp: string
  readonly uuid: string
}

const preSignOf = (appId: string, { msgId, timestamp, uuid }: Ids, version = '1.2') =>
  appId + msgId + timestamp + uuid + version

const urlOf = ({ msgId, timestamp, uuid }: Ids) =>
  `http://carrier.test/getMobile.htm?version=1.2&msgId=${msgId}&timestamp=${timestamp}&uuid=${uuid}&userInformation=x`

/** What a business server makes of a pre-sign. */
export const signOf = (preSign: string) => `signed ${preSign}`

/** Gives a token when image, sign and token request speak of the same ids, which it has not seen before. */
export class Platform {
  readonly taken: string[] = []
  readonly spent: string[] = []
  private made = 0

  newIds(): Ids {
    this.made += 1
    return { msgId: `${this.made}`.padStart(32, 'M'), timestamp: '20261122120506078', uuid: 'U'.repeat(32) }
  }

  /** The image's request. */
  readonly load = async ({ src }: { readonly src: string }) => {
    this.taken.push(/msgId=(\w+)/.exec(src)?.[1] ?? '')
  }

  token(ids: Ids, sign: string, signed = preSignOf(APP_ID, ids)): { code: string; token: string } {
    if (!this.taken.includes(ids.msgId)) return { code: '500', token: '' }
    if (this.spent.includes(ids.msgId)) return { code: '130030', token: '' }
    if (sign !== signOf(signed)) return { code: '130018', token: '' }
    this.spent.push(ids.msgId)
    return { code: '000000', token: `token of ${ids.msgId}` }
  }
}

type TokenCall = Parameters<VendorYdrz['getTokenInfo']>[0]

/** Answers on a later turn, as a network does. */
async function answer({ success, error }: TokenCall, judge: () => { code: string; token: string }): Promise<void> {
  await null
  const { code, token } = judge()
  if (token === '') error({ code, message: 'refused' })
  else success({ code, message: 'token 获取成功', token, userInformation: USER_INFORMATION })
}

/** The ids of one object, as its methods make and use them; `undefined` before there are any. */
function script(platform: Platform, makes: { readonly page?: true; readonly sign?: true; readonly image?: true }) {
  let ids = makes.page ? platform.newIds() : ({} as Ids)
  return {
    getImgSrc: () => {
      if (makes.image) ids = platform.newIds()
      return urlOf(ids)
    },
    getSign: (appId: string) => {
      if (makes.sign) ids = platform.newIds()
      return preSignOf(appId, ids)
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

/** Its pre-sign is sealed, so nobody can read the ids in it. */
export function sealedPreSign(platform: Platform): VendorYdrz {
  let ids = platform.newIds()
  const sealed = () => [...preSignOf(APP_ID, ids)].reverse().join('')
  return {
    getImgSrc: () => {
      ids = platform.newIds()
      return urlOf(ids)
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
      if (platform.taken.length === 0) throw new Error('getSign before the image')
      return getSign(appId, version)
    },
    getTokenInfo,
  }
}

/** The older H5 edition: no getImgSrc, ids per page, a version named by the caller, and methods that need `this`. */
export function imageInside(platform: Platform): VendorYdrz {
  const ids = platform.newIds()
  return {
    getSign: (appId, version) => preSignOf(appId, ids, version),
    getTokenInfo(call) {
      if (!('getSign' in this)) throw new Error('called apart from its object')
      const { appId, version, sign } = call.data
      void platform
        .load({ src: urlOf(ids) })
        .then(() => answer(call, () => platform.token(ids, sign, preSignOf(appId, ids, version))))
    },
  }
}

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
