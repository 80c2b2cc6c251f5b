// A stand-in at the port of the HTTPS edition, and the answers of its one call.
import type { HttpsPlatform } from '../../src/https/platform'
import type { PostAnswer, PostRequest } from '../../src/transport'

export const APP_ID = '300011877495'
export const IDS = { traceId: 'KCQACLPM2JPBQ2NK0UETPI9IJHG96OE5', timestamp: '20260101085900000', version: '1.0' }
export const SIGNED = { ids: IDS, sign: 'SIGNED' }

export const answer = (body: object): PostAnswer => ({ status: 200, body: { header: {}, body } })
export const granted = (token = 'H5HTTPS'): PostAnswer => answer({ resultCode: '103000', resultDesc: 'success', token })
export const refused = (resultCode: string, more: object = {}): PostAnswer =>
  answer({ resultCode, resultDesc: 'refused', token: '', ...more })

interface Overrides extends Partial<HttpsPlatform> {
  /** The platform's answer; it may read the request or reject. */
  readonly respond?: (request: PostRequest) => Promise<PostAnswer>
}

export function createHttpsPlatform({ respond = async () => granted(), ...overrides }: Overrides = {}) {
  const posts: PostRequest[] = []
  let drawn = 0
  const platform: HttpsPlatform = {
    edition: 'httpsMiniProgram',
    imageEdition: 'miniProgram',
    headers: { 'content-type': 'application/json' },
    callType: '6006',
    networkType: async () => '5g',
    userInformation: () => 'brand%40%40hash',
    wxappid: () => 'wx10a00cf000000000',
    forcesCellular: () => false,
    now: () => Date.UTC(2026, 10, 22, 4, 5, 6, 78),
    utcOffset: () => 480,
    // A full period over the alphabet, shifted by one at each id.
    random32: () => (drawn++ + Math.floor(drawn / 32)) % 32,
    ...overrides,
    post: (request) => {
      posts.push(request)
      return respond(request)
    },
  }
  return Object.assign(platform, { posts })
}
