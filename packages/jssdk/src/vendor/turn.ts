// A script keeps one set of ids for the whole page, so attempts take turns: per object, whoever drives it.
import { SdkError } from '../errors'

interface Script {
  /** The attempt that is running. */
  turn: object | null
  /** The last pre-sign that was given out. */
  preSign: string | null
}

const SCRIPTS = new WeakMap<object, Script>()

export interface Turn {
  /**
   * To be asked before every use of the script, which may be another attempt's by now.
   *
   * @throws SdkError `aborted`
   */
  check(): void
  end(): void
  /**
   * Notes a pre-sign as used, and gives it back.
   *
   * @throws SdkError `idsRepeated`: the platform and the business server take a msgId once
   */
  use(preSign: string): string
}

/**
 * Begins an attempt; it ends when the signal fires, or by `end`.
 *
 * @throws SdkError `scriptBusy` while another one runs, `aborted` when the signal has fired already
 */
export function takeTurn(ydrz: object, signal: AbortSignal): Turn {
  if (signal.aborted) throw new SdkError('aborted', 'the attempt was aborted before it began')
  const script = SCRIPTS.get(ydrz) ?? { turn: null, preSign: null }
  SCRIPTS.set(ydrz, script)
  if (script.turn !== null) {
    throw new SdkError('scriptBusy', 'the script serves one attempt at a time: end the other one first')
  }
  const mine = {}
  script.turn = mine
  const end = () => {
    if (script.turn === mine) script.turn = null
    signal.removeEventListener('abort', end)
  }
  signal.addEventListener('abort', end)
  return {
    check: () => {
      if (script.turn !== mine) throw new SdkError('aborted', 'the attempt is over')
    },
    end,
    use: (preSign) => {
      if (script.preSign === preSign) {
        throw new SdkError('idsRepeated', 'this script makes its ids once per page: load the page again')
      }
      script.preSign = preSign
      return preSign
    },
  }
}
