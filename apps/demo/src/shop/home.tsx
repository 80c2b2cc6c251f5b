// The shop after the login, or without one.
import { Image, Text, View } from '@tarojs/components'
import logo from '../assets/logo.svg'
import { toLandmark } from '../demo/landmark'
import { Tap } from '../demo/tap'
import { DECORATIVE, Shelf } from './shelf'
import type { ShopTexts } from './shop-texts'

interface HomeProps {
  readonly texts: ShopTexts
  /** `null` for a guest. */
  readonly phone: string | null
  /** Whether it is the page's main part. */
  readonly main: boolean
  /** Logs in or out: shows the login again. */
  readonly onSwitch: () => void
}

export function Home({ texts, phone, main, onSwitch }: HomeProps) {
  return (
    <View className="shop-home" {...(main ? toLandmark('main') : {})}>
      <View className="shop-bar">
        <Image className="shop-bar-logo" src={logo} {...DECORATIVE} />
        <View className="shop-bar-text">
          <Text className="shop-bar-name">{texts.name}</Text>
          <Text className="shop-bar-state">{phone === null ? texts.guest : `${texts.member} · ${mask(phone)}`}</Text>
        </View>
        <Tap className="shop-bar-button" onTap={onSwitch}>
          {phone === null ? texts.logIn : texts.logOut}
        </Tap>
      </View>
      <Shelf texts={texts} />
    </View>
  )
}

const mask = (phone: string) => phone.replace(/^(\d{3})\d{4}/, '$1****')
