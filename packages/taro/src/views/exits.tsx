// The ways out of a screen: another way to log in, and not to log in.
import type { ExitControls } from '../exit-controls'
import { Press } from './press'
import type { Screen } from './screen'

/** One way needs no list. */
function findOnlyWay({ ways, props }: Screen) {
  return ways.length === 1 && !props.renderFallback ? ways[0] : undefined
}

export function createExits(screen: Screen): ExitControls {
  const { login, props, ways } = screen
  const only = findOnlyWay(screen)
  const hasWays = ways.length > 0 || props.renderFallback !== undefined
  return {
    leave: hasWays ? () => (only ? login.chooseWay(only.id) : login.leave()) : null,
    cancel: props.onCancel ? login.cancel : null,
  }
}

/** @param own the screen lists the ways itself, or cannot be left for one */
export function Exits({ screen, own = false }: { readonly screen: Screen; readonly own?: boolean }) {
  const { leave, cancel } = createExits(screen)
  const { texts } = screen
  return (
    <>
      {leave && !own && (
        <Press className="lnl-button-quiet" onPress={leave}>
          {findOnlyWay(screen)?.label ?? texts.otherWay}
        </Press>
      )}
      {cancel && (
        <Press className="lnl-button-quiet lnl-cancel" onPress={cancel}>
          {texts.cancel}
        </Press>
      )}
    </>
  )
}
