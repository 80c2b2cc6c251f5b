// Whose login this is. What the login is about shows only where the user decides about it. Beside other content, a result
// stands alone: it is centered, and the brand would be at its left.
import { Image, View } from '@tarojs/components'
import { toAria } from './aria'
import type { Screen } from './screen'

const HIDDEN = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : toAria({ hidden: true })

export function Brand({ screen, full }: { readonly screen: Screen; readonly full: boolean }) {
  const { props, texts, state } = screen
  const { logo, slogan, appName, layout = 'page', openType = '1' } = props
  if (!(full || layout === 'page' || state.name in texts.progress)) return null
  return (
    <View className="lnl-brand">
      {logo !== undefined && <Image className="lnl-logo" src={logo} mode="aspectFill" {...HIDDEN} />}
      <View className="lnl-brand-text">
        <View className="lnl-title" {...toAria({ role: 'heading', level: 1 })}>
          {appName}
        </View>
        {full && (
          <>
            <View className="lnl-subtitle">{slogan ?? texts.subtitle}</View>
            <View className="lnl-carrier">{texts.carrier[openType]}</View>
          </>
        )}
      </View>
    </View>
  )
}
