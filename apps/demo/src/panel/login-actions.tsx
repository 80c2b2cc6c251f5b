// What the panel can do with the running login.
import { View } from '@tarojs/components'
import { setClipboardData, showToast } from '@tarojs/taro'
import { clearChecks } from '../demo/handsets'
import { Tap } from '../demo/tap'
import type { Demo } from '../demo/use-demo'
import { toConsoleUrl } from './current-login'
import { getPanelTexts } from './panel-texts'

export function LoginActions({ demo }: { readonly demo: Demo }) {
  const { handset, startOver, switches } = demo
  const texts = getPanelTexts(switches)
  return (
    <View className="demo-actions">
      <Tap className="demo-action" onTap={startOver}>
        {texts.startOver}
      </Tap>
      {handset && (
        <>
          <Tap className="demo-action" onTap={() => clearCount(demo)}>
            {texts.clearCount}
          </Tap>
          <Tap className="demo-action" onTap={() => openConsole(demo)}>
            {texts.openConsole}
          </Tap>
        </>
      )}
    </View>
  )
}

async function clearCount({ settings, switches }: Demo): Promise<void> {
  const texts = getPanelTexts(switches)
  const title = await clearChecks(settings.carrierOrigin).then(
    () => texts.countCleared,
    () => texts.countNotCleared,
  )
  showToast({ title, icon: 'none' })
}

/** In a new tab of the browser; a mini-program cannot open one, so it copies the link. */
function openConsole({ settings, switches }: Demo): void {
  const url = toConsoleUrl(settings.consoleOrigin)
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener')
    return
  }
  setClipboardData({ data: url }).then(
    () => showToast({ title: getPanelTexts(switches).linkCopied, icon: 'none' }),
    () => showToast({ title: url, icon: 'none' }),
  )
}
