// The component with a fallback of the app's own (here, browsing as a guest), its own header, texts and colors.
import { LocalNumberLogin } from '@local-number/taro'
import { Text, View } from '@tarojs/components'
import { Frame } from '../../demo/frame'
import { createLoginOptions } from '../../demo/login-options'
import { ShopFallback } from './shop-fallback'

/** Over the texts of the language. */
const TEXTS = { phone: { label: '这台手机的号码' }, sessionFailed: { title: '小店没有开门' } }

export default function CustomPage() {
  return (
    <Frame page="custom">
      {(demo) => {
        const { className = '', ...options } = createLoginOptions(demo)
        return (
          <View className="shop-page custom">
            <LocalNumberLogin
              {...options}
              layout="page"
              className={`${className} custom-login`}
              texts={demo.switches.lang === 'zh-CN' ? TEXTS : {}}
              header={
                <View className="custom-header">
                  <Text className="custom-name">拾光小店</Text>
                  <Text className="custom-slogan">登录后查看订单与积分</Text>
                </View>
              }
              renderFallback={(reason, phone, controls) => (
                <ShopFallback reason={reason} phone={phone} controls={controls} />
              )}
            />
          </View>
        )
      }}
    </Frame>
  )
}
