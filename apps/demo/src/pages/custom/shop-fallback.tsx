// The shop's own screen when the carrier's way has ended: it explains why, and lets the customer in as a guest.
import type { FallbackControls, FallbackReason } from '@local-number/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { formatNumber } from '../../demo/format-number'
import { Tap } from '../../demo/tap'

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
  userChoice: '换一种方式进店。',
}

export function ShopFallback({ reason, phone, controls }: ShopFallbackProps) {
  const [guest, setGuest] = useState(false)
  if (guest) return <View className="custom-guest">您正在以访客身份浏览。</View>
  return (
    <View className="custom-fallback">
      <Text className="custom-reason">{EXPLANATIONS[reason] ?? '暂时无法用本机号码登录。'}</Text>
      {phone !== '' && <Text className="custom-phone">{`您输入的号码：${formatNumber(phone)}`}</Text>}
      <Tap className="shop-button custom-guest-button" onTap={() => setGuest(true)}>
        先以访客身份逛逛
      </Tap>
      {controls.retry && (
        <Tap className="shop-quiet" onTap={controls.retry}>
          再试一次本机号码登录
        </Tap>
      )}
      <Text className="custom-trace">{`反馈编号 ${controls.traceId.slice(0, 8)}`}</Text>
    </View>
  )
}
