// Which of getSign and getImgSrc this edition wants first, told by the ids that image URL and pre-sign hold.
import { SdkError } from '../errors'
import { textOf } from './script'

/** The script's methods, bound to one attempt's data. */
export interface Questions {
  getSign(): unknown
  /** `null` in editions that load the image within getTokenInfo. */
  readonly getImgSrc: (() => unknown) | null
}

/** What is known before anything is sent. Without `preSign` it can be asked for only when the image has loaded. */
export type Beginning =
  | { readonly src: string; readonly preSign: string }
  | { readonly src: string; readonly preSign: null }
  | { readonly src: null; readonly preSign: string }

/**
 * Asks for both, in one order and then in the other, until they speak of the same ids; the document's own order is left
 * when they never do [S 2.5.1]. The method asked last may have made new ids, so only what came since counts. Asked anew
 * for every attempt: it costs four calls at most before anything is sent, and what held for one page's first attempt need not hold for the next.
 *
 * @throws SdkError `scriptUnusable`
 */
export function begin({ getSign, getImgSrc }: Questions): Beginning {
  if (getImgSrc === null) return { src: null, preSign: demanded('pre-sign', getSign) }
  const before = textOf(getSign)
  const src = demanded('image address', getImgSrc)
  if (sameIds(src, before)) return { src, preSign: before }
  const after = textOf(getSign)
  if (sameIds(src, after)) return { src, preSign: after }
  return { src: demanded('image address', getImgSrc), preSign: null }
}

/** @throws SdkError `scriptUnusable` */
export function demanded(what: string, ask: () => unknown): string {
  const text = textOf(ask)
  if (text === '') throw new SdkError('scriptUnusable', `the script gave no ${what}: is it the right edition?`)
  return text
}

/** Before there are ids, scripts write `undefined` in both places: a timestamp is 17 digits, or there are none yet. */
const TIMESTAMP = /^\d{17}$/

function sameIds(src: string, preSign: string): boolean {
  const [msgId, timestamp, uuid] = ['msgId', 'timestamp', 'uuid'].map(
    (name) => new RegExp(`[?&]${name}=([^&#]+)`).exec(src)?.[1],
  )
  if (!msgId || !timestamp || !uuid || !TIMESTAMP.test(timestamp)) return false
  return preSign.includes(msgId + timestamp + uuid)
}
