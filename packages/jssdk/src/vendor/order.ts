// Finds out which of getSign and getImgSrc this edition needs first, by the ids in image URL and pre-sign.
import { SdkError } from '../errors'
import { readText } from './script'

/** The script's methods, bound to one attempt's data. */
export interface ScriptMethods {
  getSign(): unknown
  /** `null` for editions that load the image within getTokenInfo, and for those without an image. */
  readonly getImgSrc: (() => unknown) | null
}

/** What is known before anything is sent. A `preSign` of `null` must be asked for after the image has loaded. */
export type FirstAnswers =
  | { readonly src: string; readonly preSign: string }
  | { readonly src: string; readonly preSign: null }
  | { readonly src: null; readonly preSign: string }

/**
 * Asks in one order and then in the other, until both answers carry the same ids. If they never do, the document's own
 * order remains [S 2.5.1]. The last call may have created new ids, so only answers from then on count. Asked again for
 * every attempt: it costs at most four calls before anything is sent, and an edition may behave differently next time.
 *
 * @throws SdkError `scriptUnusable`
 */
export function askBoth({ getSign, getImgSrc }: ScriptMethods): FirstAnswers {
  if (getImgSrc === null) return { src: null, preSign: requireText('pre-sign', getSign) }
  const before = readText(getSign)
  const src = requireText('image address', getImgSrc)
  if (haveSameIds(src, before)) return { src, preSign: before }
  const after = readText(getSign)
  if (haveSameIds(src, after)) return { src, preSign: after }
  return { src: requireText('image address', getImgSrc), preSign: null }
}

/** @throws SdkError `scriptUnusable` */
export function requireText(what: string, ask: () => unknown): string {
  const text = readText(ask)
  if (text === '')
    throw new SdkError(
      'scriptUnusable',
      `the script returned no ${what}: check that it is the edition for this platform`,
    )
  return text
}

/** Before ids exist, scripts write `undefined` in both places: only 17 digits are a timestamp. */
const TIMESTAMP = /^\d{17}$/

function haveSameIds(src: string, preSign: string): boolean {
  const [msgId, timestamp, uuid] = ['msgId', 'timestamp', 'uuid'].map(
    (name) => new RegExp(`[?&]${name}=([^&#]+)`).exec(src)?.[1],
  )
  if (!msgId || !timestamp || !uuid || !TIMESTAMP.test(timestamp)) return false
  return preSign.includes(msgId + timestamp + uuid)
}
