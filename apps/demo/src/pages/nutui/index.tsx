// The component at home among NutUI: its colors and sizes by variables, and two views replaced by slots. The page uses
// plain styles after NutUI's, so that the demo does not depend on it.
import { ConsentBox, type ConsentView, LocalNumberLogin, SubmitButton, type VerifiedView } from '@local-number/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Frame } from '../../demo/frame'
import { createLoginOptions } from '../../demo/login-options'
import { Tap } from '../../demo/tap'
import type { Demo } from '../../demo/use-demo'
import { createShopWays } from '../../shop/shop-ways'

export default function NutuiPage() {
  return <Frame page="nutui">{(demo) => <Offer demo={demo} />}</Frame>
}

function Offer({ demo }: { readonly demo: Demo }) {
  const { className = '', ...options } = createLoginOptions(demo)
  const [member, setMember] = useState(false)
  return (
    <View className="nut">
      <View className="nut-banner">
        <Text className="nut-banner-title">拾光小店</Text>
        <Text className="nut-banner-text">新人专享 · 满 99 减 20</Text>
      </View>
      <View className="nut-cell-group">
        <LocalNumberLogin
          {...options}
          layout="compact"
          className={`${className} nut-login`}
          header={<Text className="nut-title">{member ? '已领取' : '登录领取'}</Text>}
          otherWays={createShopWays(demo)}
          onVerified={() => setMember(true)}
          renderConsent={(view) => <Consent {...view} />}
          renderVerified={(view) => <Coupon {...view} />}
        />
      </View>
      {['我的订单', '会员积分'].map((name) => (
        <View key={name} className="nut-cell">
          <Text>{name}</Text>
          <Text className="nut-cell-extra">{member ? '0' : '登录后查看'}</Text>
        </View>
      ))}
    </View>
  )
}

function Consent({ agreed, setAgreed, agree, leave }: ConsentView) {
  return (
    <View className="nut-consent">
      <SubmitButton onPress={agree}>本机号码登录</SubmitButton>
      <ConsentBox agreed={agreed} onChange={setAgreed} />
      {leave && (
        <Tap className="shop-quiet" onTap={leave}>
          其他方式登录
        </Tap>
      )}
    </View>
  )
}

function Coupon({ masked }: VerifiedView) {
  return (
    <View className="nut-coupon">
      <Text className="nut-coupon-price">¥20</Text>
      <View className="nut-coupon-text">
        <Text className="nut-coupon-title">新人券已到账</Text>
        <Text className="nut-coupon-number">{masked}</Text>
      </View>
    </View>
  )
}
