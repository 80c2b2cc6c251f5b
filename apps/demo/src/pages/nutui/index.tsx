// The component at home among NutUI: its colors and sizes by variables, and two views replaced by slots. The page uses
// plain styles after NutUI's, so that the demo does not depend on it.
import { ConsentBox, LocalNumberLogin, SubmitButton } from '@local-number/taro'
import { Text, View } from '@tarojs/components'
import { showToast } from '@tarojs/taro'
import { Frame } from '../../demo/frame'
import { createLoginOptions } from '../../demo/login-options'

/** The slot's own answer to a button that is pressed too early: nobody has agreed to anything yet. */
const askToTick = () => void showToast({ title: '请先阅读并勾选协议', icon: 'none' })

export default function NutuiPage() {
  return (
    <Frame page="nutui">
      {(demo) => {
        const { className = '', ...options } = createLoginOptions(demo)
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
                header={<Text className="nut-title">登录领取</Text>}
                renderConsent={({ agreed, setAgreed, agree }) => (
                  <View className="nut-consent">
                    <SubmitButton onPress={() => (agreed ? agree() : askToTick())}>本机号码登录</SubmitButton>
                    <ConsentBox agreed={agreed} onChange={setAgreed} />
                  </View>
                )}
                renderVerified={({ masked }) => (
                  <View className="nut-coupon">
                    <Text className="nut-coupon-price">¥20</Text>
                    <View className="nut-coupon-text">
                      <Text className="nut-coupon-title">新人券已到账</Text>
                      <Text className="nut-coupon-number">{masked}</Text>
                    </View>
                  </View>
                )}
              />
            </View>
            <View className="nut-cell">
              <Text>我的订单</Text>
              <Text className="nut-cell-extra">登录后查看</Text>
            </View>
            <View className="nut-cell">
              <Text>会员积分</Text>
              <Text className="nut-cell-extra">登录后查看</Text>
            </View>
          </View>
        )
      }}
    </Frame>
  )
}
