// What an attempt is asked to be, checked before anything is sent.
import {
  APP_ID,
  type CarrierOrigins,
  EDITIONS,
  type EditionFacts,
  type ExpandParams,
  type Line,
  type OpenType,
  parseExpandParams,
} from '@local-number/protocol'
import { INVALID_PARAMETERS, SdkError } from './errors'
import type { SdkPlatform } from './platform'

export interface AttemptOptions {
  /** The open platform's application id, digits. */
  readonly appId: string
  /** `1` China Mobile only (default), `0` all three networks; the test line takes `1` only. */
  readonly openType?: OpenType
  /** Extension parameters, as an object or as the document's `k=v|k=v` text. */
  readonly expandParams?: ExpandParams | string
  /** Which line of the platform. Default `production`. */
  readonly line?: Line
}

/** The options, complete and checked. */
export interface CheckedOptions {
  readonly appId: string
  readonly openType: OpenType
  readonly expandParams: ExpandParams
  readonly line: Line
}

/** What our own SDK puts on the wire. */
export interface AttemptParameters extends Omit<CheckedOptions, 'line'> {
  readonly callType: EditionFacts['callType']
  readonly origins: CarrierOrigins
  readonly wxappid: string | undefined
}

/** @throws SdkError `invalidParameters`, ProtocolError for expandParams that do not fit the wire */
export function checkedParameters(
  options: AttemptOptions,
  platform: SdkPlatform,
  origins: Readonly<Record<Line, CarrierOrigins>>,
): AttemptParameters {
  const { line, ...checked } = checkedOptions(options)
  return {
    ...checked,
    callType: EDITIONS[platform.edition].callType,
    origins: origins[line],
    wxappid: platform.wxappid(),
  }
}

/** @throws SdkError `invalidParameters`, ProtocolError for expandParams that are none */
export function checkedOptions(options: AttemptOptions): CheckedOptions {
  const { appId, openType = '1', expandParams = {}, line = 'production' } = options
  if (!APP_ID.test(appId)) throw invalid('appId is the digits that the open platform gave the application')
  if (openType !== '0' && openType !== '1') throw invalid("openType is '0' or '1'")
  if (line !== 'production' && line !== 'test') throw invalid("line is 'production' or 'test'")
  if (openType === '0' && line === 'test') throw invalid("the test line takes openType '1' only")
  return {
    appId,
    openType,
    expandParams: typeof expandParams === 'string' ? parseExpandParams(expandParams) : expandParams,
    line,
  }
}

function invalid(remedy: string): SdkError {
  return new SdkError('invalidParameters', remedy, INVALID_PARAMETERS)
}
