// The shop's goods, as its home page shows them.
import { Image, Text, View } from '@tarojs/components'
import book from '../assets/book.svg'
import cup from '../assets/cup.svg'
import lamp from '../assets/lamp.svg'
import vase from '../assets/vase.svg'
import type { ShopTexts } from './shop-texts'

export const GOODS = [
  { picture: cup, price: '¥68' },
  { picture: lamp, price: '¥239' },
  { picture: book, price: '¥45' },
  { picture: vase, price: '¥128' },
] as const

/** The goods say their names themselves. */
export const DECORATIVE = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}

export function Shelf({ texts: { newArrivals, goods } }: { readonly texts: ShopTexts }) {
  return (
    <View className="shop-shelf">
      <Text className="shop-heading">{newArrivals}</Text>
      <View className="shop-goods">
        {GOODS.map(({ picture, price }, at) => (
          <View key={price} className="shop-good">
            <Image className="shop-picture" src={picture} mode="aspectFill" {...DECORATIVE} />
            <Text className="shop-good-name">{goods[at]}</Text>
            <Text className="shop-price">{price}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
