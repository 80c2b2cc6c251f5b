// Where the login stands in the shop, by its layout.
import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Switches } from '../demo/switches'
import { DECORATIVE, GOODS, Shelf } from './shelf'
import type { ShopTexts } from './shop-texts'

interface SurroundingsProps {
  readonly texts: ShopTexts
  readonly children: ReactNode
}

/** A page of its own. */
function LoginPage({ children }: SurroundingsProps) {
  return <View className="shop-page">{children}</View>
}

/** A card among the parts of an order. */
function Checkout({ texts, children }: SurroundingsProps) {
  const { checkout, goods } = texts
  const [{ picture, price }] = GOODS
  return (
    <View className="shop-checkout">
      <Text className="shop-heading">{checkout.title}</Text>
      <View className="shop-card shop-order">
        <Image className="shop-order-picture" src={picture} mode="aspectFill" {...DECORATIVE} />
        <Text className="shop-order-name">{`${goods[0]} × 1`}</Text>
        <Text className="shop-price">{price}</Text>
      </View>
      <View className="shop-card">{children}</View>
      <View className="shop-card shop-order">
        <Text className="shop-order-name">{checkout.total}</Text>
        <Text className="shop-price">{price}</Text>
      </View>
      <Text className="shop-hint">{checkout.hint}</Text>
    </View>
  )
}

/** A panel at the bottom, over the shop. */
function BottomPanel({ texts, children }: SurroundingsProps) {
  return (
    <View className="shop-behind">
      <View className="shop-home">
        <Shelf texts={texts} />
      </View>
      <View className="shop-cover" />
      <View className="shop-sheet">{children}</View>
    </View>
  )
}

export const SURROUNDINGS: Readonly<Record<Switches['layout'], (props: SurroundingsProps) => ReactNode>> = {
  page: LoginPage,
  compact: Checkout,
  sheet: BottomPanel,
}
