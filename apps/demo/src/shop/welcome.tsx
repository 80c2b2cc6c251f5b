// What a customer sees once the session is open.
import { Text, View } from '@tarojs/components'
import { Tap } from '../demo/tap'
import type { ShopTexts } from './shop-texts'

export function Welcome({ texts, onEnter }: { readonly texts: ShopTexts; readonly onEnter: () => void }) {
  return (
    <View className="shop-welcome">
      <Text className="shop-welcome-text">{texts.welcome}</Text>
      <Tap className="shop-button" onTap={onEnter}>
        {texts.enter}
      </Tap>
    </View>
  )
}
