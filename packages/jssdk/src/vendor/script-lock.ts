// A script keeps one set of ids per page, so one attempt at a time may use it: the lock is per script object.
import { SdkError } from '../errors'

interface ScriptState {
  /** The attempt that uses the script. */
  holder: object | null
  /** The last pre-sign that an attempt used. */
  preSign: string | null
}

const STATES = new WeakMap<object, ScriptState>()

export interface ScriptLock {
  /**
   * Call it before every use of the script, which another attempt may hold by now.
   *
   * @throws SdkError `aborted`
   */
  check(): void
  release(): void
  /**
   * Records a pre-sign as used, and returns it.
   *
   * @throws SdkError `idsRepeated`: the platform and the business server accept a msgId once
   */
  use(preSign: string): string
}

/**
 * Locks the script for one attempt, until `release` or until the signal fires.
 *
 * @throws SdkError `scriptBusy` while another attempt holds the script, `aborted` when the signal has fired already
 */
export function lockScript(ydrz: object, signal: AbortSignal): ScriptLock {
  if (signal.aborted) throw new SdkError('aborted', 'the attempt was aborted before it began')
  const state = STATES.get(ydrz) ?? { holder: null, preSign: null }
  STATES.set(ydrz, state)
  if (state.holder !== null) {
    throw new SdkError('scriptBusy', 'the script serves one attempt at a time: end the running attempt first')
  }
  const holder = {}
  state.holder = holder
  const release = () => {
    if (state.holder === holder) state.holder = null
    signal.removeEventListener('abort', release)
  }
  signal.addEventListener('abort', release)
  return {
    check: () => {
      if (state.holder !== holder) throw new SdkError('aborted', 'the attempt has ended')
    },
    release,
    use: (preSign) => {
      if (state.preSign === preSign) {
        throw new SdkError('idsRepeated', 'this script creates its ids once per page: reload the page')
      }
      state.preSign = preSign
      return preSign
    },
  }
}
