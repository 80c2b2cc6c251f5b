// The options of an attempt, validated before anything is sent.
import {
  APP_ID,
  type CarrierOrigins,
  type ExpandParams,
  IMAGE_EDITIONS,
  type ImageEditionFacts,
  type Line,
  type OpenType,
  parseExpandParams,
} from '@local-number/protocol'
import { INVALID_PARAMETERS, SdkError } from './errors'
import type { SdkPlatform } from './platform'

export interface AttemptOptions {
  /** The app's id on the open platform, 6–20 digits. */
  readonly appId: string
  /**
   * `'1'` China Mobile only, `'0'` all three networks; the test line accepts `'1'` only.
   *
   * @default '1'
   */
  readonly openType?: OpenType
  /**
   * Extension parameters, as an object or as the document's `k=v|k=v` text.
   *
   * @default none
   */
  readonly expandParams?: ExpandParams | string
  /**
   * The platform's line.
   *
   * @default 'production'
   */
  readonly line?: Line
  /**
   * Milliseconds to add to the phone's clock, whose time the platform and the business server compare with theirs: the
   * `serverTime` of a refused pre-sign minus `Date.now()`. The carrier's own script ignores it.
   *
   * @default 0
   */
  readonly clockDriftMs?: number
  /**
   * Letters and digits by which the carrier's side finds this attempt: the msgId begins with the first 8, in upper
   * case. The carrier's own script ignores it, and in the HTTPS edition the business server makes the ids.
   *
   * @default none
   */
  readonly reference?: string
}

export const DEFAULT_LINE: Line = 'production'

/** The options, complete and valid. */
export interface ParsedAttemptOptions {
  readonly appId: string
  readonly openType: OpenType
  readonly expandParams: ExpandParams
  readonly line: Line
}

/** What our own SDK puts on the wire. */
export interface AttemptParameters extends Omit<ParsedAttemptOptions, 'line'> {
  readonly callType: ImageEditionFacts['callType']
  readonly origins: CarrierOrigins
  readonly wxappid: string | undefined
}

/** @throws SdkError `invalidParameters`, ProtocolError for expandParams that do not fit the wire */
export function parseParameters(
  options: AttemptOptions,
  platform: SdkPlatform,
  origins: Readonly<Record<Line, CarrierOrigins>>,
): AttemptParameters {
  const { line, ...parsed } = parseAttemptOptions(options)
  return {
    ...parsed,
    callType: IMAGE_EDITIONS[platform.edition].callType,
    origins: origins[line],
    wxappid: platform.wxappid(),
  }
}

/** @throws SdkError `invalidParameters`, ProtocolError for expandParams that do not fit the wire */
export function parseAttemptOptions(options: AttemptOptions): ParsedAttemptOptions {
  const { appId, openType = '1', expandParams = {}, line = DEFAULT_LINE } = options
  if (!APP_ID.test(appId)) throw createError('appId must be the 6–20 digits that the open platform shows for the app')
  if (openType !== '0' && openType !== '1') throw createError("openType must be '0' or '1'")
  if (line !== 'production' && line !== 'test') throw createError("line must be 'production' or 'test'")
  if (openType === '0' && line === 'test') throw createError("the test line accepts openType '1' only")
  return {
    appId,
    openType,
    expandParams: typeof expandParams === 'string' ? parseExpandParams(expandParams) : expandParams,
    line,
  }
}

function createError(remedy: string): SdkError {
  return new SdkError('invalidParameters', remedy, INVALID_PARAMETERS)
}
