// Whose login this is. What the login is about shows until there is a result: so the brand keeps its height from the
// consent to the number. Beside other content, the mark of a result stands in its place.
import { Image, View } from '@tarojs/components'
import { toAria } from './aria'
import type { Screen } from './screen'

const HIDDEN = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : toAria({ hidden: true })

export function Brand({ screen }: { readonly screen: Screen }) {
  const { props, texts, state } = screen
  const { logo, slogan, appName, layout = 'page', openType = '1' } = props
  const full = state.name === 'consent' || state.name === 'phoneEntry' || state.name in texts.progress
  if (!full && layout !== 'page') return null
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
