// Whose login this is. What the login is about shows only where the user decides about it.
import { Image, View } from '@tarojs/components'
import { toAria } from './aria'
import type { Screen } from './screen'

const HIDDEN = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : toAria({ hidden: true })

export function Brand({ screen, full }: { readonly screen: Screen; readonly full: boolean }) {
  const { props, texts } = screen
  const { logo, slogan, appName, layout = 'page', openType = '1' } = props
  return (
    <View className="lnl-brand">
      {logo !== undefined && <Image className="lnl-logo" src={logo} mode="aspectFill" {...HIDDEN} />}
      <View className="lnl-brand-text">
        <View className="lnl-title" {...toAria({ role: 'heading', level: 1 })}>
          {layout === 'page' ? appName : texts.title}
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
