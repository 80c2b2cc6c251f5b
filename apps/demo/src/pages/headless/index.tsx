// The login without the component's views: the hook, and views that are drawn from nothing.
import { CarrierImage, useLocalNumberLogin } from '@local-number/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Frame } from '../../demo/frame'
import { createLoginOptions } from '../../demo/login-options'
import type { Demo } from '../../demo/use-demo'
import { createSessionOpener } from '../../shop/session'
import { SHOP_TEXTS } from '../../shop/shop-texts'
import { HeadlessView } from './headless-view'

export default function HeadlessPage() {
  return <Frame page="headless">{(demo) => <OwnLogin demo={demo} />}</Frame>
}

function OwnLogin({ demo }: { readonly demo: Demo }) {
  const [onVerified] = useState(() =>
    createSessionOpener({
      refusal: demo.switches.session === 'fails' ? SHOP_TEXTS['zh-CN'].sessionRefused : null,
      onOpened: () => undefined,
    }),
  )
  const login = useLocalNumberLogin({ ...createLoginOptions(demo), onVerified })
  return (
    <View className="own">
      <Text className="own-eyebrow">拾光小店</Text>
      <HeadlessView login={login} />
      <CarrierImage image={login.image} imageSlot={login.imageSlot} />
    </View>
  )
}
