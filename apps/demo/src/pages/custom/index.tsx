// The component with a fallback of the app's own: here, browsing as a guest.
import { type FallbackControls, type FallbackReason, LocalNumberLogin } from '@local-number/taro'
import { Button, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { formatNumber } from '../../demo/format-number'
import { Frame } from '../../demo/frame'
import { createLoginOptions } from '../../demo/login-options'

export default function CustomPage() {
  return (
    <Frame other="standard">
      {(demo) => (
        <LocalNumberLogin
          key={demo.loginKey}
          {...createLoginOptions(demo)}
          header={
            <View className="shop-header">
              <Text className="shop-name">拾光小店</Text>
              <Text className="shop-slogan">登录后查看订单与积分</Text>
            </View>
          }
          renderFallback={(reason, phone, controls) => (
            <ShopFallback reason={reason} phone={phone} controls={controls} />
          )}
        />
      )}
    </Frame>
  )
}

interface ShopFallbackProps {
  readonly reason: FallbackReason
  readonly phone: string
  readonly controls: FallbackControls
}

const EXPLANATIONS: Partial<Record<FallbackReason, string>> = {
  wifi: '您正在使用 WLAN，运营商认不出 SIM 卡。',
  offline: '手机没有网络。',
  numberRetrievalFailed: '这张 SIM 卡没有被中国移动确认。',
  dailyLimit: '这个号码今天的验证次数用完了。',
}

function ShopFallback({ reason, phone, controls }: ShopFallbackProps) {
  const [guest, setGuest] = useState(false)
  if (guest) return <View className="shop-guest">您正在以访客身份浏览。</View>
  return (
    <View className="shop-fallback">
      <Text className="shop-reason">{EXPLANATIONS[reason] ?? '暂时无法用本机号码登录。'}</Text>
      {phone !== '' && <Text className="shop-phone">{`您输入的号码：${formatNumber(phone)}`}</Text>}
      <Button className="shop-button" onClick={() => setGuest(true)}>
        先以访客身份逛逛
      </Button>
      {controls.retry && (
        <Button className="shop-retry" onClick={controls.retry}>
          再试一次本机号码登录
        </Button>
      )}
      <Text className="shop-trace">{`${reason} · ${controls.traceId.slice(0, 8)}`}</Text>
    </View>
  )
}
