// A mock-up of a captcha. A real one is its provider's script, whose callback gives what the server asks the provider
// about: here it is the picture that was picked. The demo's server asks for none; with a provider of its own it does.
import type { CaptchaView } from '@local-number/taro/sms'
import { Image, Text, View } from '@tarojs/components'
import { Tap } from '../demo/tap'
import { DECORATIVE, GOODS } from './shelf'
import type { ShopTexts } from './shop-texts'

interface CaptchaProps extends CaptchaView {
  readonly texts: ShopTexts
}

/** The names of the pictures to choose from, in the order of the goods. */
const TICKETS = ['cup', 'lamp', 'book'] as const

/** As Tencent Cloud's script gives it. Each proof is another one: a provider accepts it once. */
const createProof = (ticket: string) => JSON.stringify({ ticket, randstr: `@${Math.random().toString(36).slice(2)}` })

export function Captcha({ texts: { captcha, goods }, onProof, onCancel }: CaptchaProps) {
  return (
    <View className="shop-captcha">
      <Text className="shop-captcha-title">{captcha.title}</Text>
      <View className="shop-captcha-pictures">
        {TICKETS.map((ticket, at) => (
          <Tap
            key={ticket}
            className="shop-captcha-picture"
            label={goods[at]}
            onTap={() => onProof(createProof(ticket))}
          >
            <Image className="shop-captcha-image" src={GOODS[at]?.picture ?? ''} mode="aspectFill" {...DECORATIVE} />
          </Tap>
        ))}
      </View>
      <Tap className="shop-quiet shop-captcha-cancel" onTap={onCancel}>
        {captcha.cancel}
      </Tap>
    </View>
  )
}
