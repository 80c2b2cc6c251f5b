// What the panel can do with the running login.
import { View } from '@tarojs/components'
import { setClipboardData, showToast } from '@tarojs/taro'
import { Tap } from '../demo/tap'
import type { Demo } from '../demo/use-demo'
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
        <Tap className="demo-action" onTap={() => openConsole(demo)}>
          {texts.openConsole}
        </Tap>
      )}
    </View>
  )
}

/** In a new tab of the browser; a mini-program cannot open one, so it copies the link. */
function openConsole({ trace, settings, switches }: Demo): void {
  const texts = getPanelTexts(switches)
  if (trace.current === '') {
    showToast({ title: texts.noLoginYet, icon: 'none' })
    return
  }
  const url = `${settings.consoleOrigin}/#/traces/${trace.current}`
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener')
    return
  }
  setClipboardData({ data: url }).then(
    () => showToast({ title: texts.linkCopied, icon: 'none' }),
    () => showToast({ title: url, icon: 'none' }),
  )
}
